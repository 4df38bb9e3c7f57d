import ArgumentParser
import Experiments

/// `nostro solve settle`: which queued payments can settle at once.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract:
      "Finds the greatest set of queued payments that settles at once, each queue in order.",
    discussion: """
      {"participants":[{"id":"A","balance":3,"credit":0,"sender_limit":9}],
       "queue":[{"id":"T1","from":"A","to":"B","amount":5}],
       "bilateral_limits":[{"from":"A","to":"B","limit":10}]}

      Example: nostro solve settle queues.json
      """)

  @OptionGroup var input: ProblemFile

  @Flag(help: "Let payments overtake each other: a search with a bound, which few payments meet.")
  var bypass = false

  func run() throws {
    let queue = try SettleInput.read(input.file)
    try SolveCommand.print(bypass ? queue.bypass() : queue.inOrder())
  }
}
