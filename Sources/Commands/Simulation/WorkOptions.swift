import ArgumentParser
import Experiments

/// What every command is asked that runs replications: on how many cores, and what it prints.
struct WorkOptions: ParsableArguments {
  @Option(
    help: "How many replications run at once (default: all cores).",
    transform: WholeNumber.within(1...1_024))
  var threads: Int?

  @Flag(help: "No progress on the standard error.")
  var quiet = false

  @Flag(help: "The results as JSON on the standard output.")
  var json = false

  /// How many replications run at once.
  var threadsAtOnce: Int { threads ?? Replications.allCores }
}

/// How many replications are run where the scenario does not decide.
struct ReplicationOption: ParsableArguments {
  @Option(
    help: "How many replications, instead of the scenario's number.",
    transform: WholeNumber.within(1...1_000_000))
  var replications: Int?
}
