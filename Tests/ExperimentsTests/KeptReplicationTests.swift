import Foundation
import Reporting
import Scenarios
import Settlement
import Synchronization
import TestSupport
import Testing

@testable import Experiments

@Suite("Finished replications are found again, whole and of the same run only")
struct KeptReplicationTests {
  private let place: Place

  init() throws { place = try Place() }

  /// Runs a small scenario with a store.
  ///
  /// - Returns: How many replications were found in the store, and the files of the run.
  private func run(
    _ replications: Int, seed: UInt64? = nil, journeys: JourneyChoice = .none
  ) async throws -> (found: Int, files: [String: Data]) {
    let file = Repository.file("Tests/CommandTests/Scenarios/two-branches.yaml")
    var scenario = try Scenario.loaded(from: file)
    scenario.experiment.replications = replications
    if let seed { scenario.experiment.seed = seed }
    var runs = try Replications(of: scenario, threads: 2, journeys: journeys)
    #expect(try runs.keep(in: place("store")))
    let results = try await RunResults.of(runs, in: place("out"))
    let names = results.files.map(\.name)
    let files = try names.map {
      try Data(contentsOf: URL(fileURLWithPath: place("out/\($0)")))
    }
    return (results.found, Dictionary(uniqueKeysWithValues: zip(names, files)))
  }

  /// The path of each replication that is stored, by number; for one key.
  private func stored() throws -> [URL] {
    let store = URL(fileURLWithPath: place("store"))
    let keys = try FileManager.default.contentsOfDirectory(atPath: store.path).filter {
      $0.count == 16
    }
    let key = try #require(keys.first)
    #expect(keys.count == 1)
    return (0..<2).map { store.appendingPathComponent("\(key)/\($0)") }
  }

  @Test("More replications later find the first ones, and come to the same") func more()
    async throws
  {
    #expect(try await run(3).found == 0)
    let later = try await run(5)
    #expect(later.found == 3)
    try FileManager.default.removeItem(atPath: place("store"))
    let whole = try await run(5)
    #expect(whole.found == 0 && whole.files == later.files)
  }

  @Test("Another seed, or other journeys, are other replications") func key() async throws {
    #expect(try await run(2).found == 0)
    #expect(try await run(2, seed: 99).found == 0)
    #expect(try await run(2, journeys: .all).found == 0)
    #expect(try await run(2, journeys: .all).found == 2)
  }

  @Test("A torn file is run again") func torn() async throws {
    let first = try await run(2)
    let path = try stored()[1]
    let whole = try Data(contentsOf: path)
    try whole.prefix(whole.count / 2).write(to: path)
    let second = try await run(2)
    #expect(second.found == 1 && second.files == first.files)
    #expect(try Data(contentsOf: path) == whole)
  }

  @Test("Replications whose files were swapped are run again") func swapped() async throws {
    let first = try await run(2)
    let paths = try stored()
    let files = try paths.map { try Data(contentsOf: $0) }
    try files[1].write(to: paths[0])
    try files[0].write(to: paths[1])
    let second = try await run(2)
    #expect(second.found == 0 && second.files == first.files)
    #expect(try paths.map { try Data(contentsOf: $0) } == files)
  }

  @Test("A listener hears of every replication, found or run") func listener() async throws {
    let file = Repository.file("Tests/CommandTests/Scenarios/listed.yaml")
    let heard = Heard()
    let listener = Listener(advanced: { heard.add($0) })
    let runs = try Replications(of: try Scenario.loaded(from: file), threads: 3)
    _ = try await runs.run(listener: listener)
    #expect(heard.count == 20, "listed.yaml has 20 replications")
  }
}

/// Counts what a listener is told, by any thread.
private final class Heard: Sendable {
  private let sum = Mutex(0)

  var count: Int { sum.withLock { $0 } }

  func add(_ more: Int) { sum.withLock { $0 += more } }
}
