import ArgumentParser
import Experiments
import Foundation
import Outcomes
import Reporting

/// `nostro check`: whether scenarios still give what is expected of them and what is committed.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Runs scenarios and says whether what they expect holds and whether outcomes moved.",
    discussion: """
      Each expectation of a scenario is held against the mean over its replications. Digests and \
      figures are held against those committed beside the scenario, in Fingerprints.csv and \
      Baselines/: counts and money exactly, times and shares within a millionth. Digests are \
      compared on the platform on which they were made. What is not compared is told with the \
      reason. Ends with 1 where an expectation fails or something moved; with --strict also where \
      something was not compared, or what is committed is of another file. Writes no file but with \
      --update and --junit. Several may update one folder at once.

      Example: nostro check Scenarios --quick
      Example: nostro check Scenarios --update --because "CHIPS closes at 18:00 since March 2021"
      """)

  @Argument(
    help: "The scenario files, or folders of them (*.yaml).",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths = ["Scenarios"]

  @OptionGroup var count: ReplicationOption

  @Flag(help: "At most \(CheckRuns.quickReplications) replications of each scenario.")
  var quick = false

  @Flag(help: "Fail too for what is not compared, and for rows of another file or of none.")
  var strict = false

  @OptionGroup var acceptance: AcceptanceOptions

  @OptionGroup var files: CheckFileOptions

  @OptionGroup var work: WorkOptions

  @OptionGroup var events: EventOptions

  @OptionGroup var ties: TieOption

  func validate() throws {
    if files.github, work.json {
      throw ValidationError("--github and --json both write to the standard output: use one")
    }
    if ties.shuffleTies != nil, acceptance.update {
      throw ValidationError("--shuffle-ties gives no outcomes for --update")
    }
  }

  func run() async throws {
    if let seed = ties.shuffleTies { return try await checkTies(seed) }
    // All files are read before the first runs: what is bad input is told at once.
    var library = try self.library()
    var checked: [CheckedScenario] = []
    let runs = CheckRuns(
      threads: work.threadsAtOnce, keepsQuick: acceptance.update && count.replications == nil,
      reason: acceptance.reason ?? "")
    for subject in library.subjects {
      let bar = ProgressBar(total: runs.counts(of: subject).reduce(0, +), quiet: work.quiet)
      let start = ContinuousClock.now
      var found = try await runs.outcomes(of: subject, listener: bar.listener)
      found.scenario.seconds = (ContinuousClock.now - start) / .seconds(1)
      bar.finish()
      checked.append(found.scenario)
      library.take(found.fresh, of: subject, keepsOthers: quick || count.replications != nil)
      if !work.json {
        try Output.write(Colour.marked(VerdictText.text(found.scenario), for: STDOUT_FILENO))
      }
    }
    let strays = library.strays(in: paths)
    try Output.write(
      work.json
        ? CheckJSON.text(checked, strays: strays, identity: .current)
        : VerdictText.summary(checked) + strays.map { "not compared: \($0)\n" }.joined())
    try files.write(checked, strays, isStrict: strict)
    if acceptance.update {
      let watchers = PartialFiles.removeOnStop()
      defer { for watcher in watchers { watcher.cancel() } }
      let accepted = try acceptance.accept(&library)
      if !work.json { try Output.write(accepted) }
    }
    let isStray = strict && !strays.isEmpty
    if isStray || checked.contains(where: isBad) { throw ExitCode(1) }
  }

  /// The scenarios of the command line, with what is committed of them.
  func library() throws -> CheckedLibrary {
    try CheckedLibrary(
      paths, count: count.replications, quick: quick ? CheckRuns.quickReplications : nil,
      terms: events.terms)
  }

  /// Whether a scenario ends the command with 1; what was accepted does not.
  private func isBad(_ scenario: CheckedScenario) -> Bool {
    guard scenario.verdicts.allSatisfy(\.holds) else { return true }
    if acceptance.update { return false }
    return strict ? !scenario.holdsStrictly : !scenario.holds
  }
}
