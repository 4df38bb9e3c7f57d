import ArgumentParser
import Experiments

/// `nostro solve rebalance`: the cheapest transfers that bring pools to target.
struct RebalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebalance",
    abstract: "Finds the cheapest transfers that bring pools to their targets.",
    discussion: """
      {"pools":[{"id":"A","currency":"USD","holding":110,"target":100}],
       "costs":{"out":{"A":0},"in":{"C":0},"currency":[{"from":"USD","to":"EUR","unit":2}],
                "pair":[{"from":"A","to":"C","unit":3}],"unfunded":1000},
       "limits":[{"from":"A","to":"C","amount":50}]}

      A unit from i to j costs out_i + currency + in_j + pair; what is not given is 0. Amounts are \
      in one base unit. What a pool lacks and does not get costs "unfunded"; what it has above \
      its target may stay.

      Example: nostro solve rebalance window.json
      """)

  @OptionGroup var input: ProblemFile

  func run() throws {
    try SolveCommand.print(RebalanceInput.read(input.file).solve())
  }
}
