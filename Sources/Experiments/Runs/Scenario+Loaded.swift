public import Scenarios
import Vocabulary

extension Scenario {
  /// The scenario of a file, with all that the file names: calendars, payments, rates.
  ///
  ///     let scenario = try Scenario.loaded(from: "Scenarios/five-branches.yaml")
  ///
  /// A file with a mistyped key fails with `bank.yaml:12: …` and the nearest known name.
  ///
  /// - Parameter path: The path of the file, relative to the folder of the process or absolute.
  /// - Throws: `.noInput` where the file, or one that it names, cannot be opened; `.badInput` with all
  ///   that is wrong with them, a problem each.
  /// - Complexity: O(n) in the size of the files.
  public static func loaded(from path: String) throws(Failure) -> Scenario {
    do { return try ScenarioFile.read(at: path) } catch { throw Failure(error) }
  }

  /// The model of a name.
  ///
  /// - Throws: `.badInput` with the nearest known name.
  public func model(named name: String) throws(Failure) -> Model {
    if let model = models.first(where: { $0.name == name }) { return model }
    let known = models.map(\.name)
    let hint = NearestName.question(name, among: known)
    throw Failure.badInput(
      "no model '\(name)': expected one of \(known.joined(separator: ", "))\(hint)")
  }
}

extension SweptScenario {
  /// The scenario of a file with its section `sweep`.
  ///
  /// - Throws: `.noInput` where the file, or one that it names, cannot be opened; `.badInput` with all
  ///   that is wrong with them, and where the file has no such section.
  public static func loaded(from path: String) throws(Failure) -> SweptScenario {
    do { return try SweptScenario.read(at: path) } catch { throw Failure(error) }
  }
}

extension Failure {
  /// Why no scenario could be read: `.noInput` where its file, or one that it names, cannot be
  /// opened, else `.badInput`.
  package init(_ errors: ScenarioErrors) {
    switch errors {
    case .notFound(let path, let reason): self = .noInput("\(path): \(reason)")
    case .problems(let problems):
      self.init(
        problems.contains(where: \.isUnopened) ? .noInput : .badInput, problems.map(\.description))
    }
  }
}
