import Foundation

/// Colour where it helps the eye, on a terminal only, and never where `NO_COLOR` is set
/// (no-color.org); what is said is said by the words alone.
enum Colour: String {
  case red = "31"
  case bold = "1"

  /// Whether a stream takes colour.
  static func isTaken(by stream: Int32) -> Bool {
    let settings = ProcessInfo.processInfo.environment
    return isatty(stream) == 1 && (settings["TERM"] ?? "dumb") != "dumb"
      && (settings["NO_COLOR"] ?? "").isEmpty
  }

  /// The text in this colour.
  func callAsFunction(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }

  /// A text for a stream, its failures in red and the marks of its differences in bold.
  static func marked(_ text: String, for stream: Int32) -> String {
    guard isTaken(by: stream) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for mark in ["FAILS", "MOVED"] where line.hasPrefix("  \(mark)  ") {
        return "  " + red(mark) + line.dropFirst(7)
      }
      if line.hasSuffix(" *") { return line.dropLast() + bold("*") }
      return String(line)
    }.joined(separator: "\n")
  }
}
