import ArgumentParser
import Experiments
import Foundation
import Outcomes
import Reporting
import Scenarios
import Settlement

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

  /// How many replications `--quick` runs at most.
  static let quickReplications = 5

  @Argument(
    help: "The scenario files, or folders of them (*.yaml).",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths = ["Scenarios"]

  @OptionGroup var count: ReplicationOption

  @Flag(help: "At most \(CheckCommand.quickReplications) replications of each scenario.")
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
    for subject in library.subjects {
      let found = try await outcomes(of: subject)
      checked.append(found.scenario)
      library.take(found.fresh, of: subject, keepsOthers: quick || count.replications != nil)
      if !work.json {
        try Output.write(Colour.marked(VerdictText.text(found.scenario), for: STDOUT_FILENO))
      }
    }
    let strays = library.strays(in: paths)
    try Output.write(
      work.json
        ? CheckJSON.text(checked, strays: strays, identity: .ofThisProgram)
        : VerdictText.summary(checked) + strays.map { "not compared: \($0)\n" }.joined())
    try files.write(checked, strays, isStrict: strict)
    if acceptance.update {
      let watchers = PartialFiles.removeOnStop()
      defer { for watcher in watchers { watcher.cancel() } }
      let accepted = try library.accept(because: acceptance.reason, note: Output.note)
      if !work.json { try Output.write(accepted) }
    }
    let isStray = strict && !strays.isEmpty
    if isStray || checked.contains(where: isBad) { throw ExitCode(1) }
  }

  private func library() throws -> CheckedLibrary {
    try CheckedLibrary(
      paths, count: count.replications, quick: quick ? CheckCommand.quickReplications : nil,
      terms: events.terms)
  }

  /// The scenarios of the command line, compiled.
  func worlds() throws -> [(file: String, world: World)] {
    try library().subjects.map { ($0.file, $0.world) }
  }

  /// Whether a scenario ends the command with 1; what was accepted does not.
  private func isBad(_ scenario: CheckedScenario) -> Bool {
    guard scenario.verdicts.allSatisfy(\.holds) else { return true }
    if acceptance.update { return false }
    return strict ? !scenario.holdsStrictly : !scenario.holds
  }

  /// Runs a scenario, where its outcomes are to be accepted also with the quick number of
  /// replications, so that `--quick` has something to compare with.
  private func outcomes(of subject: CheckedLibrary.Subject) async throws
    -> (scenario: CheckedScenario, fresh: Committed)
  {
    let whole = subject.world.scenario.experiment.replications
    var counts = [whole]
    let few = subject.world.scenario.experiment.replications(
      atMost: CheckCommand.quickReplications)
    if acceptance.update, count.replications == nil, few < whole { counts = [few, whole] }
    var fresh = Committed(fingerprints: [], figures: [])
    var last: Comparison?
    let start = ContinuousClock.now
    for count in counts {
      let comparison = try await comparison(of: subject.world, replications: count)
      fresh.fingerprints += Fingerprint.all(
        of: comparison, scenario: subject.stem, platform: Platform.name,
        because: acceptance.reason ?? "")
      fresh.figures += BaselineFigure.all(of: comparison)
      last = comparison
    }
    guard let last else { preconditionFailure("a scenario has replications") }
    var scenario = CheckedScenario(
      file: subject.file, name: subject.world.scenario.name,
      replications: last.header.replications,
      variation: last.variation, verdicts: last.verdicts,
      movement: subject.committed.movement(to: last, platform: Platform.name))
    scenario.seconds = (ContinuousClock.now - start) / .seconds(1)
    return (scenario, fresh)
  }

  private func comparison(of world: World, replications: Int) async throws -> Comparison {
    guard replications != world.scenario.experiment.replications else {
      return try await comparison(of: world)
    }
    var scenario = world.scenario
    scenario.experiment.replications = replications
    return try await comparison(of: World.compiled(scenario, world.terms))
  }

  /// What all replications of a scenario give.
  func comparison(of world: World) async throws -> Comparison {
    let runs = Replications(
      world: world, concurrency: work.concurrency, journeys: .none)
    var bar = ProgressBar(total: world.scenario.experiment.replications, quiet: work.quiet)
    bar.show(0)
    return try await runs.run(progress: { bar.show($0) }, recorded: { _ in }).study.comparison
  }
}
