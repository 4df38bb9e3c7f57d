import TestSupport
import Testing

@testable import Liquidity

/// What is given up at a price, against every set of replications.
@Suite struct FailureNetworkTests {
  private func chains(_ dice: inout Dice) -> [[FailureNetwork.Step]] {
    (0..<dice.int(1...4)).map { _ in
      var replications = Array(0..<6)
      var chain: [FailureNetwork.Step] = []
      for _ in 0..<dice.int(0...5) {
        let replication = replications.remove(at: dice.int(0...replications.count - 1))
        chain.append(.init(saving: Double(dice.int(0...20)), replication: replication))
      }
      return chain
    }
  }

  /// What steps save when these replications are given up, bit by bit.
  private func saving(_ chains: [[FailureNetwork.Step]], _ set: Int) -> Double {
    chains.reduce(0) { sum, chain in
      chain.prefix { set >> $0.replication & 1 == 1 }.reduce(sum) { $0 + $1.saving }
    }
  }

  @Test func choiceIsWorthAsMuchAsTheBestOfAllSets() {
    for seed in 0..<400 {
      var dice = Dice(seed)
      let chains = chains(&dice)
      var network = FailureNetwork(chains)
      let free = dice.int(0...63)
      for price in [0.5, 3, 7.25, 30] {
        func paid(_ set: Int) -> Double { price * Double((set & ~free).nonzeroBitCount) }
        let best = (0..<64).map { saving(chains, $0) - paid($0) }.max() ?? 0
        let (choice, worth) = network.choice(at: price) { free >> $0 & 1 == 1 }
        let set = choice.replications.reduce(0) { $0 | 1 << $1 }
        #expect(abs(worth - best) < 1e-9, "seed \(seed), price \(price)")
        #expect(abs(choice.saving - paid(set) - best) < 1e-9, "seed \(seed), price \(price)")
        #expect(choice.saving <= saving(chains, set) + 1e-9)
      }
    }
  }
}
