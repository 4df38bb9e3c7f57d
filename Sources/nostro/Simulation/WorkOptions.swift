import ArgumentParser
import Foundation

/// What every command is asked that runs replications: on how many cores, and what it prints.
struct WorkOptions: ParsableArguments {
  @Option(help: "How many replications run at once (default: all cores).")
  var threads: Int?

  @Flag(help: "No progress on the standard error.")
  var quiet = false

  @Flag(help: "The results as JSON on the standard output.")
  var json = false

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads takes a number in 1...1024, not \(threads)")
    }
  }

  /// How many replications run at once.
  var concurrency: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// How many replications are run where the scenario does not decide.
struct ReplicationOption: ParsableArguments {
  @Option(help: "How many replications, instead of the scenario's number.")
  var replications: Int?

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications takes a number in 1...1000000, not \(replications)")
    }
  }
}
