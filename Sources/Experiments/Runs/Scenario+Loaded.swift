package import Scenarios

extension Scenario {
  /// The scenario of a file.
  ///
  /// - Throws: `Failure` 66 where there is no file, 65 with all its problems.
  package static func loaded(from path: String) throws -> Scenario {
    do { return try ScenarioFile.read(at: path) } catch { throw Failure(error) }
  }
}

extension Failure {
  /// Why no scenario could be read: 66 where its file, or one that it names, cannot be opened, else
  /// 65.
  package init(_ errors: ScenarioErrors) {
    switch errors {
    case .notFound(let path, let reason): self = .noInput("\(path): \(reason)")
    case .problems(let problems):
      self.init(
        code: problems.contains(where: \.isUnopened) ? 66 : 65,
        messages: problems.map(\.description))
    }
  }
}
