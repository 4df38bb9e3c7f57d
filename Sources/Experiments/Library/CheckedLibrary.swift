package import Outcomes
import Scenarios
package import Settlement

/// The scenarios that are checked, with what is committed of them.
package struct CheckedLibrary {
  /// A scenario that is checked.
  package struct Subject {
    /// Its file, and the name of that without `.yaml`.
    package let file, stem: String
    package let world: World
    package let committed: Committed
  }

  /// In the order of the command line.
  package private(set) var subjects: [Subject] = []
  private var files = CommittedFiles()

  /// Reads all scenarios and what is committed of them.
  ///
  /// - Parameters:
  ///   - count: How many replications each runs; `nil` leaves it to the scenario.
  ///   - quick: How many each runs at most, if there is a limit.
  /// - Throws: `Failure` 66 or 65 with all problems of all files.
  package init(_ paths: [String], count: Int?, quick: Int?, terms: RunTerms) throws {
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

  private static func scenario(of file: String, count: Int?, quick: Int?) throws -> Scenario {
    var scenario = try Scenario.loaded(from: file)
    if let count { scenario.experiment.replications = count }
    if let quick {
      scenario.experiment.replications = scenario.experiment.replications(atMost: quick)
    }
    return scenario
  }

  /// Keeps what came of a scenario, to be accepted.
  package mutating func take(_ fresh: Committed, of subject: Subject, keepsOthers: Bool) {
    files.take(fresh, beside: subject.file, keepsOthers: keepsOthers)
  }

  /// What is committed in the folders of the command line of scenarios that there are not, a
  /// sentence each.
  package func strays(in paths: [String]) -> [String] {
    files.strays(in: paths.filter(ScenarioPaths.isFolder))
  }

  /// Commits what came.
  ///
  /// - Returns: What was written, a line each.
  /// - Throws: `Failure` 64 where something is another than before and nobody says why; 73 where a
  ///   file cannot be written, and then none is.
  package func accept(
    because reason: String?, note: (String) -> Void = { _ in }
  ) throws -> String {
    let changed = try files.write(note: note) { changed in
      guard reason != nil else {
        throw Failure(
          code: 64,
          messages: ["--update changes \(changed.joined(separator: ", ")): say why with --because"])
      }
    }
    return changed.isEmpty ? "nothing to update\n" : changed.map { "updated \($0)\n" }.joined()
  }
}
