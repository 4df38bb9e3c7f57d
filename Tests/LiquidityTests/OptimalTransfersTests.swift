import TestSupport
import Testing

@testable import Liquidity

@Suite struct OptimalTransfersTests {
  private func position(
    _ holding: Int64, incoming: Int64 = 0, floor: Int64 = 50, target: Int64 = 100,
    isOpen: Bool = true
  ) -> TopUp.Position {
    TopUp.Position(
      holding: holding, incoming: incoming, floor: floor, target: target, isOpen: isOpen)
  }

  private func moves(_ moves: [TopUp.Move]) -> [[Int64]] {
    moves.map { [Int64($0.from), Int64($0.to), $0.amount] }
  }

  @Test("with the same fees for all, a surplus that serves a need exactly serves it")
  func exactFits() {
    // Largest to largest would take three transfers: 80 of 90, then 10 and 70 for the 80 left.
    let positions = [position(190), position(20), position(180), position(10)]
    #expect(
      moves(OptimalTransfers.transfers(among: positions)) == [[2, 1, 80], [0, 3, 90]])
  }

  @Test("what is cheapest to take out is taken first, what is dearest to put in waits")
  func fees() {
    // 150 lacking, 110 there: the 80 of pool 1 come at 1, the 30 of pool 0 at 5; pool 3 at 2 goes
    // without first.
    let positions = [position(130), position(180), position(20), position(30)]
    let fees = [(5, 0), (1, 0), (0, 0), (0, 2)].map {
      OptimalTransfers.UnitFees(out: $0.0, into: $0.1)
    }
    let chosen = OptimalTransfers.transfers(among: positions, fees: fees)
    #expect(Set(moves(chosen)) == [[1, 2, 80], [0, 3, 30]])
  }

  @Test(
    "closed pools, pools above their floor and pools that are expecting enough stay out",
    arguments: [[], [0, 1, 2, 3, 4]] as [[Int64]])
  func whoTakesPart(_ outs: [Int64]) {
    let positions = [
      position(200), position(10, isOpen: false), position(60), position(20, incoming: 40),
      position(500, isOpen: false),
    ]
    let fees = outs.map { OptimalTransfers.UnitFees(out: $0, into: 0) }
    #expect(OptimalTransfers.transfers(among: positions, fees: fees).isEmpty)
    #expect(TopUp.transfers(among: positions).isEmpty)
  }

  @Test("both policies move as much as there is, and no pool gives below its target")
  func sameAmount() {
    for seed in 0..<500 {
      var dice = Dice(seed)
      let positions = (0..<dice.int(0...9)).map { _ in
        position(
          Int64(dice.int(-40...200)), incoming: Int64(dice.int(0...1) * 30),
          isOpen: dice.int(0...5) > 0)
      }
      let fees = positions.map { _ in
        OptimalTransfers.UnitFees(out: Int64(dice.int(0...3)), into: Int64(dice.int(0...3)))
      }
      let simple = TopUp.transfers(among: positions).reduce(0) { $0 + $1.amount }
      for chosen in [[], fees].map({
        OptimalTransfers.transfers(among: positions, fees: $0)
      }) {
        #expect(chosen.reduce(0) { $0 + $1.amount } == simple, "seed \(seed)")
        #expect(chosen.count < max(1, positions.count))
        for (place, position) in positions.enumerated() {
          let given = chosen.reduce(0) { $1.from == place ? $0 + $1.amount : $0 }
          let taken = chosen.reduce(0) { $1.to == place ? $0 + $1.amount : $0 }
          #expect(given == 0 || position.holding - given >= position.target)
          let reached = position.holding + position.incoming + taken
          #expect(taken == 0 || reached <= position.target)
        }
      }
    }
  }
}
