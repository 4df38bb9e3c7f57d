import Liquidity
import Testing

@Suite("A batch treasury brings what is below its floor to its target") struct TopUpTests {
  /// An open pool with nothing on its way to it.
  private func pool(
    _ holding: Int64, incoming: Int64 = 0, floor: Int64 = 50, target: Int64 = 100,
    isOpen: Bool = true
  ) -> TopUp.Position {
    TopUp.Position(
      holding: holding, incoming: incoming, floor: floor, target: target, isOpen: isOpen)
  }

  /// The transfers as `[from, to, amount]`.
  private func moves(_ pools: TopUp.Position...) -> [[Int64]] {
    TopUp.transfers(among: pools).map { [Int64($0.from), Int64($0.to), $0.amount] }
  }

  @Test("What is below its floor is brought to its target, not only to its floor")
  func toTarget() { #expect(moves(pool(20), pool(300)) == [[1, 0, 80]]) }

  @Test("What is at its floor or between floor and target gets nothing", arguments: [50, 51, 99])
  func atFloor(holding: Int64) { #expect(moves(pool(holding), pool(300)).isEmpty) }

  @Test("A pool in debt gets all that it lacks") func belowZero() {
    #expect(moves(pool(-30), pool(300)) == [[1, 0, 130]])
  }

  @Test("No pool gives below its target: a shortage leaves the last in line short")
  func shortage() {
    #expect(moves(pool(0), pool(10), pool(150)) == [[2, 0, 50]])
    #expect(moves(pool(0), pool(100)).isEmpty)
  }

  @Test("The neediest is served first, from the pool with the largest surplus")
  func order() {
    #expect(
      moves(pool(40), pool(-100), pool(180), pool(250)) == [[3, 1, 150], [2, 0, 60], [2, 1, 20]])
    // The first giver is used up, the second fills what is left.
    #expect(moves(pool(-100), pool(180), pool(250)) == [[2, 0, 150], [1, 0, 50]])
  }

  @Test("The earlier place goes first among equals, to get and to give") func ties() {
    #expect(
      moves(pool(0), pool(0), pool(200), pool(200)) == [[2, 0, 100], [3, 1, 100]])
  }

  @Test("What is on its way counts as arrived for need, and not as something to give")
  func incoming() {
    #expect(moves(pool(20, incoming: 30), pool(300)).isEmpty)
    #expect(moves(pool(20, incoming: 29), pool(300)) == [[1, 0, 51]])
    #expect(moves(pool(20), pool(100, incoming: 500)).isEmpty)
  }

  @Test("What is closed neither gives nor gets") func closed() {
    #expect(moves(pool(0, isOpen: false), pool(300)).isEmpty)
    #expect(moves(pool(0), pool(300, isOpen: false)).isEmpty)
    #expect(moves(pool(0), pool(300, isOpen: false), pool(130)) == [[2, 0, 30]])
  }

  @Test("Of no pools or of one there is nothing to move") func few() {
    #expect(TopUp.transfers(among: []).isEmpty)
    #expect(moves(pool(0)).isEmpty)
  }

  /// All combinations of four pools out of seven balances: 2,401 cases.
  @Test("At most one transfer fewer than pools; money is kept, and nobody is taken below target")
  func invariants() {
    let balances: [Int64] = [-200, -10, 0, 49, 50, 130, 400]
    for number in 0..<2_401 {
      let held = [1, 7, 49, 343].map { balances[number / $0 % 7] }
      let moves = TopUp.transfers(among: held.map { pool($0) })
      var after = held
      for move in moves {
        #expect(move.amount > 0 && move.from != move.to)
        after[move.from] -= move.amount
        after[move.to] += move.amount
      }
      #expect(moves.count <= 3, "\(held)")
      #expect(after.reduce(0, +) == held.reduce(0, +))
      for (before, after) in zip(held, after) {
        #expect(before >= 50 ? after >= min(before, 100) : (before...100).contains(after))
      }
      let isShort = zip(held, after).contains { $0 < 50 && $1 < 100 }
      #expect(!isShort || after.allSatisfy { $0 <= 100 }, "\(held): somebody could have given")
    }
  }
}
