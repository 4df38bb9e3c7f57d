import Scenarios
import Testing

@testable import Outcomes

@Suite("every figure has a definition") struct GlossaryTests {
  @Test("a metric is explained by a sentence of its own", arguments: Metric.allCases)
  func explained(_ metric: Metric) throws {
    let definition = try #require(Glossary.definition(of: metric.name))
    #expect(definition.hasSuffix("."))
    #expect(Glossary.entries.count { $0.definition == definition } == 1)
  }

  @Test("a name that is no metric has no definition") func unknown() {
    #expect(Glossary.definition(of: "time_to_credit.p42") == nil)
  }

  @Test("money is of the currency of the row, and the row of a pool is of a pool") func units() {
    let entry = Glossary.entries.first { $0.metric == "pool.peak_use" }
    #expect(entry?.unit == "currency")
    #expect(entry?.scopes == ["pool"])
  }
}
