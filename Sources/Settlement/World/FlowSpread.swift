import Chance
import Scenarios

/// The plans of a flow whose payments each draw their payer and their payee.
///
/// They share the draw in the order of their names, each by the weight of its rank in line: with
/// equal weights no order of the file moves a payment. Another member changes all shares, and so
/// may change the ends of any payment of the flow, but nothing else that it draws.
struct FlowSpread: Sendable {
  /// The weights of the payers, in the order of their names.
  private let payers: ZipfWeights
  /// The weights of the payees, in the order of their names.
  private let payees: ZipfWeights
  /// The place of each payer among the payees, −1 where it is none.
  private let twins: [Int32]
  /// The plan of each payer and payee, row by row; `nil` where they are the same.
  private let plans: [PlanID?]

  /// The plans of the ends of a flow.
  ///
  /// - Parameters:
  ///   - name: The name of a member.
  ///   - plan: The place of the plan of a corridor, asked once for each pair of a payer and another
  ///     payee.
  /// - Complexity: O(payers × payees).
  init(_ ends: FlowEnds, name: (Party) -> String, plan: (Party, Party) -> PlanID) {
    let (payers, payees) = (
      FlowSpread.byName(ends.payers, name), FlowSpread.byName(ends.payees, name)
    )
    self.payers = ZipfWeights(ranks: payers.map(\.rank), exponent: ends.concentration)
    self.payees = ZipfWeights(ranks: payees.map(\.rank), exponent: ends.concentration)
    var places: [Party: Int32] = [:]
    for (place, payee) in payees.enumerated() { places[payee.party] = Int32(place) }
    twins = payers.map { places[$0.party] ?? -1 }
    plans = payers.flatMap { payer in
      payees.map { $0.party == payer.party ? nil : plan(payer.party, $0.party) }
    }
  }

  /// The members in the order of their names, each with its rank in line.
  private static func byName(_ parties: [Party], _ name: (Party) -> String)
    -> [(party: Party, rank: Int)]
  {
    let named = parties.enumerated().map { (party: $1, rank: $0 + 1, name: name($1)) }
    return named.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { ($0.party, $0.rank) }
  }

  /// The plan that a payment draws.
  ///
  /// The payee is drawn among those that are not the payer, by their weights.
  ///
  /// - Parameter u: Its one draw, in (0, 1): it picks the payer, and what is left of it the payee.
  /// - Complexity: O(log payers + log payees).
  func plan(_ u: Double) -> PlanID {
    let (payer, rest) = payers.draw(u)
    let twin = Int(twins[payer])
    let payee = twin < 0 ? payees.draw(rest).place : payees.draw(rest, besides: twin)
    guard let plan = plans[payer * payees.weights.count + payee] else {
      preconditionFailure("nobody pays himself")
    }
    return plan
  }
}
