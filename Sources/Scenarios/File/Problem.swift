/// One thing in the files of a scenario that cannot be meant, and where it stands.
public struct Problem: Hashable, Sendable {
  /// The file, as it was named on the command line or in the scenario.
  public let file: String
  /// The way to it through keys and places, from 0: `pools[2].currency`; empty for the whole file.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int
  /// What was found and what was expected, without a full stop.
  public let message: String
  /// Whether a file that is named there cannot be opened: it is not there, or is no file.
  public let isUnopened: Bool

  /// A problem at a place.
  public init(
    file: String, path: String, line: Int, column: Int, message: String, isUnopened: Bool = false
  ) {
    self.isUnopened = isUnopened
    (self.file, self.path) = (file, path)
    (self.line, self.column, self.message) = (line, column, message)
  }
}

extension Problem: CustomStringConvertible {
  /// The problem on one line, in the form that editors jump to.
  ///
  ///     week.yaml:12:12: branches.NYC.opens: found '25:00', expected a time of day like 09:30
  public var description: String {
    "\(file):\(line):\(column): " + (path.isEmpty ? "" : "\(path): ") + message
  }
}

/// Why no scenario could be read.
public enum ScenarioErrors: Error, Hashable, Sendable {
  /// There is no such file, or it cannot be read; the reason says which.
  case notFound(path: String, reason: String)
  /// All that is wrong with the files, by file and line; at least one.
  case problems([Problem])
}

extension ScenarioErrors: CustomStringConvertible {
  /// The errors, one a line.
  public var description: String {
    switch self {
    case .notFound(let path, let reason): "\(path): \(reason)"
    case .problems(let problems): problems.map(\.description).joined(separator: "\n")
    }
  }
}
