import Outcomes
import Scenarios
import Settlement

/// The scenarios that are checked, with what is committed of them.
struct CheckedLibrary {
  /// A scenario that is checked.
  struct Subject {
    /// Its file, and the name of that without `.yaml`.
    let file, stem: String
    let world: World
    let committed: Committed
  }

  /// In the order of the command line.
  private(set) var subjects: [Subject] = []
  private var files = CommittedFiles()

  /// Reads all scenarios and what is committed of them.
  ///
  /// - Throws: `Failure` 66 or 65 with all problems of all files.
  init(_ paths: [String], count: Int?, quick: Bool, terms: RunTerms) throws {
    var problems: [String] = []
    var isMissing = false
    func collecting<Value>(_ read: () throws -> Value) throws -> Value? {
      do { return try read() } catch let failure as Failure {
        problems += failure.messages
        isMissing = isMissing || failure.code == 66
        return nil
      }
    }
    for path in paths {
      for file in try collecting({ try ScenarioPaths.files(of: path) }) ?? [] {
        let world = try collecting {
          try World.compiled(
            CheckedLibrary.scenario(of: file, count: count, quick: quick), terms)
        }
        let committed = try collecting { try files.read(beside: file) }
        guard let world, let committed else { continue }
        subjects.append(
          Subject(
            file: file, stem: ScenarioPaths.stem(of: file), world: world, committed: committed))
      }
    }
    guard problems.isEmpty else { throw Failure(code: isMissing ? 66 : 65, messages: problems) }
  }

  private static func scenario(of file: String, count: Int?, quick: Bool) throws -> Scenario {
    var scenario = try Scenario.loaded(from: file)
    if let count { scenario.experiment.replications = count }
    if quick {
      scenario.experiment.replications = scenario.experiment.replications(
        atMost: CheckCommand.quickReplications)
    }
    return scenario
  }

  /// Keeps what came of a scenario, to be accepted.
  mutating func take(_ fresh: Committed, of subject: Subject, keepsOthers: Bool) {
    files.take(fresh, beside: subject.file, keepsOthers: keepsOthers)
  }

  /// What is committed in the folders of the command line of scenarios that there are not, a
  /// sentence each.
  func strays(in paths: [String]) -> [String] {
    files.strays(in: paths.filter(ScenarioPaths.isFolder))
  }

  /// Commits what came.
  ///
  /// - Returns: What was written, a line each.
  /// - Throws: `Failure` 64 where something is another than before and nobody says why; 73 where a
  ///   file cannot be written, and then none is.
  func accept(because reason: String?) throws -> String {
    let changed = try files.write { changed in
      guard reason != nil else {
        throw Failure(
          code: 64,
          messages: ["--update changes \(changed.joined(separator: ", ")): say why with --because"])
      }
    }
    return changed.isEmpty ? "nothing to update\n" : changed.map { "updated \($0)\n" }.joined()
  }
}
