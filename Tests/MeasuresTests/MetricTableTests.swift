import Testing

@testable import Measures

@Suite("Every metric has its row, and every row says all that readers see")
struct MetricTableTests {
  @Test("A metric has one row of its own", arguments: Metric.allCases)
  func hasOneRow(_ metric: Metric) {
    #expect(Metric.table.count { $0.metric == metric } == 1, "\(metric.rawValue)")
  }

  @Test("Name, title, phrase and definition are words", arguments: Metric.table.map(\.metric))
  func hasWords(_ metric: Metric) {
    #expect(metric.name.allSatisfy { $0.isLowercase || $0.isNumber || "._-".contains($0) })
    #expect(!metric.name.isEmpty && !metric.title.isEmpty, "\(metric.name)")
    #expect(metric.title.count <= 19, "\(metric.name): its title fills the column of a terminal")
    #expect(metric.phrase.hasPrefix("the ") && metric.phrase.count > 4, "\(metric.name)")
    #expect(metric.definition.hasSuffix(".") && metric.definition.count > 1, "\(metric.name)")
    #expect(!metric.kinds.isEmpty, "\(metric.name) is given of nothing")
  }

  @Test("No two metrics have one name, one phrase or one definition") func areTold() {
    for text in [\Metric.name, \.definition] {
      let texts = Metric.allCases.map { $0[keyPath: text] }
      #expect(Set(texts).count == texts.count)
    }
    // A pool and all pools have a funding cost, told apart by what they are of.
    let phrases = Dictionary(grouping: Metric.allCases, by: \.phrase).values.filter { $0.count > 1 }
    #expect(Set(phrases.joined()) == [.fundingCost, .totalFundingCost])
  }

  @Test("The tables of a topic find their figures", arguments: Metric.Topic.allCases)
  func topicsAreGiven(_ topic: Metric.Topic) {
    let kind: Scope.Kind =
      switch topic {
      case .pools: .pool
      case .currencies, .lockedMoney: .currency
      default: .all
      }
    #expect(!Metric.all(of: topic).isEmpty)
    for metric in Metric.all(of: topic) {
      #expect(metric.kinds.contains(kind), "\(metric.name) would never be shown")
    }
  }

  @Test("What is committed or spread is given of what is committed and spread")
  func traitsHaveScopes() {
    for metric in Metric.allCases {
      if metric.traits.contains(.committedByPool) { #expect(metric.kinds.contains(.pool)) }
      if metric.traits.contains(.committedByCurrency) { #expect(metric.kinds.contains(.currency)) }
      if metric.traits.contains(.spread) {
        #expect(metric.kinds.contains { [.all, .pool, .currency].contains($0) })
      }
    }
  }

  @Test("Shares are shares, and of a mean or a total a control may correct") func statistics() {
    for metric in Metric.allCases {
      #expect((metric.measure == .share) == (metric.statistic == .share), "\(metric.name)")
      #expect((metric.range == 0...1) == (metric.measure == .share), "\(metric.name)")
    }
    #expect(!Metric.time95.isMeanOrTotal && !Metric.withinHour.isMeanOrTotal)
    #expect(Metric.credited.isMeanOrTotal && Metric.hoursOfNight.isMeanOrTotal)
    #expect(Metric.lowestBalance.range.contains(-1) && !Metric.peakUse.range.contains(-1))
  }
}
