import Bookkeeping
import Testing
import Vocabulary

@testable import Outcomes

@Suite("The first event in which two runs differ is found") struct FirstDifferenceTests {
  private static let header = TraceHeader(
    version: "1", scenario: "s", scenarioDigest: "d", model: "batch", seed: 7, replication: 0)

  /// A run whose events are named; each is scheduled during the one before, all of one payment.
  private func source(_ names: [String], entries: [Int: [String]] = [:]) -> TraceSource {
    TraceSource(header: FirstDifferenceTests.header) { visit in
      for (number, name) in names.enumerated() {
        let event = TracedEvent(
          number: number, instant: Instant(seconds: Int64(number)), phase: "arrivals", what: name,
          payment: number % 3 == 0 ? "P" : nil, entries: entries[number] ?? [], zones: [],
          cause: number == 0 ? nil : number - 1)
        guard try visit(event) else { return }
      }
    }
  }

  private func names(_ count: Int) -> [String] { (0..<count).map { "event \($0)" } }

  @Test("Equal runs have none, whatever the interval", arguments: [1, 2, 7, 8, 100])
  func equal(interval: Int) throws {
    let run = source(names(8))
    #expect(try FirstDifference.find(run, run, every: interval) == nil)
    let empty = source([])
    #expect(try FirstDifference.find(empty, empty, every: interval) == nil)
  }

  @Test("It is found wherever it stands to the checkpoints", arguments: 0..<9)
  func anywhere(place: Int) throws {
    var changed = names(9)
    changed[place] = "another"
    for interval in 1...10 {
      let found = try #require(
        try FirstDifference.find(source(names(9)), source(changed), every: interval))
      #expect(found.number == place && !found.isOfEntries)
      #expect(found.left.first?.what == "event \(place)" && found.right.first?.what == "another")
    }
  }

  @Test("A run that ends earlier differs where it ends", arguments: 0..<6)
  func ended(count: Int) throws {
    for interval in 1...7 {
      let found = try #require(
        try FirstDifference.find(source(names(count)), source(names(6)), every: interval))
      #expect(found.number == count && found.left.isEmpty)
      #expect(found.right.first?.what == "event \(count)")
    }
  }

  @Test("The same event that posts other entries is told as such") func entries() throws {
    let found = try #require(
      try FirstDifference.find(
        source(names(4), entries: [2: ["fee"]]), source(names(4)), every: 2))
    #expect(found.number == 2 && found.isOfEntries)
    #expect(found.left.first?.entries == ["fee"] && found.right.first?.entries == [])
  }

  @Test("The chain leads back as far as it is kept, then what else befell the payment")
  func chains() throws {
    var changed = names(10)
    changed[9] = "another"
    let found = try #require(
      try FirstDifference.find(source(names(10)), source(changed), every: 4, depth: 3))
    #expect(found.left.map(\.number) == [9, 8, 7] && found.isLeftCut && found.isRightCut)
    #expect(found.leftEarlier.map(\.number) == [6, 3, 0])
    let whole = try #require(
      try FirstDifference.find(source(names(10)), source(changed), every: 4, depth: 10))
    #expect(whole.left.map(\.number) == Array((0...9).reversed()) && !whole.isLeftCut)
    #expect(whole.leftEarlier.isEmpty)
  }

  @Test("Runs of other seeds, replications or models are refused") func refusals() {
    let header = FirstDifferenceTests.header
    var other = header
    #expect(TraceSource.refusal(header, other) == nil)
    (other.version, other.scenarioDigest) = ("2", "e")
    #expect(TraceSource.refusal(header, other) == nil, "that is what is compared")
    other.model = "token"
    #expect(
      TraceSource.refusal(header, other)
        == "models 'batch' and 'token': expected runs of one model")
    other.replication = 3
    #expect(
      TraceSource.refusal(header, other) == "replications 0 and 3: expected runs of one replication"
    )
    other.seed = 8
    #expect(TraceSource.refusal(header, other) == "seeds 7 and 8: expected runs of one seed")
  }
}
