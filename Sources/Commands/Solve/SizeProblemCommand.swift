import ArgumentParser
import Experiments

/// `nostro solve size`: how much the pools of one currency must hold.
struct SizeProblemCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Sizes the pre-funding of pools: without rebalancing, with windows, with tokens.",
    discussion: """
      {"pools":["A","B"],"flows":[[[-6,6,-1,1],[2,-2,-5,5]]],"windows":[2],"lag":0,
       "open":[["A","B"]],"minima":{"A":0},"service_level":1.0}

      flows[replication][pool][bucket]; windows lie after so many buckets; open lists the pools of \
      each window, all where it is not given. "total" is the quantile of "per_replication" at the \
      service level, "per_pool" that of each pool alone; "joint" is an allocation that, with \
      windows, is enough for all pools at once, and the bound below which none is.

      Example: nostro solve size flows.json
      """)

  @OptionGroup var input: ProblemFile

  func run() throws {
    try SolveCommand.print(SizeInput.read(input.file).solve())
  }
}
