import Chance
import Scenarios

/// The lanes of a flow whose payments each draw their payer and their payee.
struct FlowSpread: Sendable {
  private let payers: ZipfWeights
  private let payees: ZipfWeights
  /// The place of each payer among the payees, −1 where it is none.
  private let twins: [Int32]
  /// The lane of each payer and payee, row by row; −1 where they are the same.
  private let lanes: [Int32]

  /// - Parameter lane: The place of the lane of a route.
  init(_ ends: FlowEnds, lane: (Party, Party) -> Int32) {
    payers = ZipfWeights(count: ends.payers.count, exponent: ends.concentration)
    payees = ZipfWeights(count: ends.payees.count, exponent: ends.concentration)
    var places: [Party: Int32] = [:]
    for (place, payee) in ends.payees.enumerated() { places[payee] = Int32(place) }
    twins = ends.payers.map { places[$0] ?? -1 }
    lanes = ends.payers.flatMap { payer in
      ends.payees.map { $0 == payer ? -1 : lane(payer, $0) }
    }
  }

  /// The lane that a payment draws.
  ///
  /// - Parameter u: Its one draw, in (0, 1): it picks the payer, and what is left of it the payee.
  func lane(_ u: Double) -> Int32 {
    let (payer, rest) = payers.draw(u)
    let twin = Int(twins[payer])
    let payee = twin < 0 ? payees.draw(rest).place : payees.draw(rest, besides: twin)
    return lanes[payer * payees.weights.count + payee]
  }
}
