import ArgumentParser
import Scenarios
import Settlement

/// What every command is asked that runs replications: how many events one may take.
struct EventOptions: ParsableArguments {
  @Option(
    help: "How many events one replication may take. (default: \(RunTerms.usualMaxEvents))",
    transform: WholeNumber.within(1...UInt64.max))
  var maxEvents = RunTerms.usualMaxEvents

  /// The terms of the command line.
  var terms: RunTerms { RunTerms(maxEvents: maxEvents) }
}

/// In which order simultaneous events run.
struct TieOption: ParsableArguments {
  @Option(
    help: """
      Run simultaneous events of one phase in an order that this seed decides, instead of first \
      in, first out.
      """, transform: WholeNumber.seed)
  var shuffleTies: UInt64?
}
