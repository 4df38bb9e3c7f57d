package import Outcomes
import Scenarios
package import Settlement

/// The scenarios that are checked, with what is committed of them.
///
/// All files are read before the first scenario runs, so that bad input is told at once, all of it. Invariant:
/// what is taken and accepted is of scenarios that were read here.
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
  /// - Throws: `.noInput` or `.badInput` with all problems of all files.
  package init(_ paths: [String], count: Int?, quick: Int?, terms: RunTerms) throws(Failure) {
    var failures: [Failure] = []
    func collecting<Value>(_ read: () throws(Failure) -> Value) -> Value? {
      do throws(Failure) { return try read() } catch {
        failures.append(error)
        return nil
      }
    }
    for path in paths {
      let found = collecting { () throws(Failure) in try ScenarioPaths.files(of: path) }
      for file in found ?? [] {
        let world = collecting { () throws(Failure) in
          try World.compiled(
            CheckedLibrary.scenario(of: file, count: count, quick: quick), terms)
        }
        let committed = collecting { () throws(Failure) in try files.read(beside: file) }
        guard let world, let committed else { continue }
        subjects.append(
          Subject(
            file: file, stem: ScenarioPaths.stem(of: file), world: world, committed: committed))
      }
    }
    guard failures.isEmpty else { throw Failure(all: failures) }
  }

  private static func scenario(of file: String, count: Int?, quick: Int?) throws(Failure)
    -> Scenario
  {
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

  /// Commits what came: all files that would be others, or none.
  ///
  /// - Parameter mayChange: Asked with the files that would be others, where there are any; throws
  ///   where they must not be.
  /// - Returns: The files that are others now.
  /// - Throws: `.badInput` where a table went bad meanwhile; `.noOutput` where a file cannot be
  ///   written; what `mayChange` throws. No file is changed then.
  package func accept(
    listener: Listener = .silent, mayChange: ([String]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    try files.write(note: listener.note, mayChange)
  }
}
