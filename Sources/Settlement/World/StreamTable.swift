import Chance
import Scenarios

/// What the chance of payments is addressed by, all of it made of names: what is added, removed or
/// moved elsewhere in a scenario moves no draw.
///
/// A generated payment draws in the stream of its flow at its day and number; a listed one at the
/// digest of its identity, whatever stands before it. A part of a contract has a stream of its own,
/// named by the condition that releases it.
struct StreamTable: Sendable {
  /// The key of each flow's stream.
  private let flows: ContiguousArray<RandomStream.Key>
  /// For each flow, the keys of its contracts' parts: of each condition, then of what goes back.
  private let parts: ContiguousArray<[RandomStream.Key]>
  /// For each listed flow, the addresses of its payments.
  private let listed: ContiguousArray<[UInt64]>

  /// The table of a scenario.
  ///
  /// - Complexity: O(flows + listed payments).
  init(_ scenario: Scenario) {
    let seed = scenario.experiment.seed
    flows = ContiguousArray(scenario.flows.map { RandomStream.Key(seed: seed, $0.stream) })
    parts = ContiguousArray(
      scenario.flows.map { flow in
        StreamTable.parts(of: flow).map { RandomStream.Key(seed: seed, $0) }
      })
    listed = ContiguousArray(
      scenario.flows.map { flow in
        guard case .listed(let payments) = flow.origin else { return [] }
        return payments.map { StreamName("payment", $0.id).digest }
      })
  }

  /// The stream of a payment in a replication.
  func stream(of key: PaymentKey, replication: UInt32) -> RandomStream {
    let part = key.part
    return RandomStream(
      part == 0 ? flows[key.flow] : parts[key.flow][part - 1], replication: replication)
  }

  /// Where a payment draws within its stream.
  ///
  /// A part of a contract draws at the place of its contract, in a stream of its own.
  func draw(of key: PaymentKey) -> UInt64 {
    listed[key.flow].isEmpty ? key.dayAndNumber : listed[key.flow][key.number]
  }

  /// The names of the parts of a flow's contracts; of conditions of one name each with its count.
  private static func parts(of flow: Flow) -> [StreamName] {
    guard let contract = flow.contract else { return [] }
    // Of a kind of their own: `suppliers condition order` could be a pair of branches too.
    let part = StreamName("part", flow.names)
    var met: [String: Int] = [:]
    let conditions = contract.conditions.map { condition in
      let count = met[condition.name, default: 0]
      met[condition.name] = count + 1
      let name = part.of("condition", condition.name)
      return count == 0 ? name : name.of("\(count)")
    }
    return conditions + [part.of("what goes back")]
  }
}

extension StreamTable {
  /// Checks that no two streams of a scenario, and no two listed payments of a flow, share their
  /// chance because their names have one digest.
  ///
  /// Digests have 64 bits: among a million names two are equal with a chance of 3 in 10⁸.
  ///
  /// - Throws: `WorldError.names` for the first two of one digest.
  /// - Complexity: O(n log n) in the number of flows and listed payments.
  static func check(_ scenario: Scenario) throws(WorldError) {
    let flows = scenario.flows.flatMap { [$0.stream] + parts(of: $0) }
    let others = (scenario.volumes?.streams ?? []) + (scenario.rates.walk?.streams ?? [])
    var groups = [flows + others]
    for flow in scenario.flows {
      guard case .listed(let payments) = flow.origin else { continue }
      var digests = payments.map { StreamName("payment", $0.id).digest }
      digests.sort()
      // Names are compared only where two digests are equal, which is as good as never.
      guard zip(digests, digests.dropFirst()).contains(where: { $0 == $1 }) else { continue }
      groups.append(payments.map { StreamName("payment", $0.id) })
    }
    for group in groups {
      guard let (one, other) = StreamName.firstOfOneDigest(among: group) else { continue }
      throw .names(
        "found '\(one)' and '\(other)', whose names have one digest and would draw the same "
          + "numbers; expected another name for one of them")
    }
  }
}
