import Vocabulary

/// A scenario file with the variants of it that a sweep runs.
public struct SweptScenario: Sendable {
  /// The scenario as it stands.
  public let scenario: Scenario
  /// Which variants are run.
  public let sweep: Sweep
  private let source: ScenarioFile.Source

  /// The scenario of a YAML file and its sweep.
  ///
  /// - Throws: As `ScenarioFile.read(at:)`; a file without a `sweep` is a problem.
  public static func read(at path: String) throws(ScenarioErrors) -> SweptScenario {
    try SweptScenario(ScenarioFile.source(at: path))
  }

  /// The scenario of a text and its sweep. What is thrown is as above.
  public static func read(text: String, named name: String, folder: String)
    throws(ScenarioErrors) -> SweptScenario
  {
    try SweptScenario(ScenarioFile.Source(bytes: Array(text.utf8), name: name, folder: folder))
  }

  private init(_ source: ScenarioFile.Source) throws(ScenarioErrors) {
    let scenario = try ScenarioFile.read(source)
    guard let sweep = scenario.sweep else {
      let message = "no sweep, expected a section 'sweep' with its axes"
      throw .problems(
        [Problem(file: source.name, path: "", line: 1, column: 1, message: message)])
    }
    (self.scenario, self.sweep, self.source) = (scenario, sweep, source)
  }

  /// The scenario of a cell: the file with the values of its axes exchanged, read anew.
  ///
  /// Its digest follows from the file and from these values.
  ///
  /// - Throws: All problems of the cell, each naming it.
  /// - Complexity: O(n) in the bytes of the files.
  public func scenario(of cell: Sweep.Cell) throws(ScenarioErrors) -> Scenario {
    let assigned = zip(sweep.axes, cell.values).flatMap { axis, value in
      axis.paths.map { (path: $0, text: value) }
    }
    do { return try ScenarioFile.read(source, assigning: assigned) } catch {
      guard case .problems(let problems) = error else { throw error }
      throw .problems(
        problems.map { problem in
          Problem(
            file: problem.file, path: problem.path, line: problem.line, column: problem.column,
            message: "in \(name(of: cell)): \(problem.message)")
        })
    }
  }

  /// A cell as messages name it: `cell 3 (cut-off 19:00)`.
  public func name(of cell: Sweep.Cell) -> String {
    let values = zip(sweep.axes, cell.values).map { "\($0.name) \(YAMLValue.shown($1))" }
    return "cell \(cell.number) (\(values.joined(separator: ", ")))"
  }
}
