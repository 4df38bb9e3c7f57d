import Foundation

/// Something that must not stand in a file, and what to write instead.
struct Rule: Sendable {
  /// What must not be there, as a regular expression (ICU).
  let pattern: String
  /// Which part of a file is read.
  let reading: Reading
  /// Which files are read.
  let place: Place
  /// What to write instead; it completes the sentence "found X: …".
  let replacement: String
  /// Lines that break the rule.
  let breaks: [String]
  /// Lines that look alike and keep it.
  let keeps: [String]

  /// A part of a file.
  enum Reading: Sendable {
    case code, codeAndComments, everything
  }

  init(
    _ pattern: String, in place: Place, reading: Reading = .code, _ replacement: String,
    breaks: [String], keeps: [String]
  ) {
    (self.pattern, self.place, self.reading) = (pattern, place, reading)
    (self.replacement, self.breaks, self.keeps) = (replacement, breaks, keeps)
  }

  /// A sentence for each place of a file that breaks the rule.
  func findings(in file: ProjectFile) -> [String] {
    guard place.holds(file.path) else { return [] }
    let text =
      switch reading {
      case .code: file.code
      case .codeAndComments: file.codeAndComments
      case .everything: file.text
      }
    return Match.all(of: pattern, in: text).map { match in
      "\(file.path):\(match.line): found `\(match.text)`: \(replacement)"
    }
  }
}

/// Files by their paths.
struct Place: Sendable {
  /// What their paths begin with.
  let beginnings: [String]
  /// What they do not begin with.
  let exceptions: [String]

  init(_ beginnings: String..., except exceptions: [String] = []) {
    (self.beginnings, self.exceptions) = (beginnings, exceptions)
  }

  func holds(_ path: String) -> Bool {
    beginnings.contains { path.hasPrefix($0) } && !exceptions.contains { path.hasPrefix($0) }
  }
}

/// A place in a text that fits a pattern.
struct Match: Sendable {
  /// Its line, from 1.
  let line: Int
  /// What stands there, without blanks around it.
  let text: String
  /// What the groups of the pattern took.
  let groups: [String]

  /// All places in a text that fit a pattern; `^` and `$` are the ends of lines.
  static func all(of pattern: String, in text: String) -> [Match] {
    guard
      let expression = try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
    else { preconditionFailure("\(pattern) is no regular expression") }
    let whole = text as NSString
    let results = expression.matches(in: text, range: NSRange(location: 0, length: whole.length))
    return results.map { result in
      let before = whole.substring(to: result.range.location)
      let parts = (0..<result.numberOfRanges).map { group in
        let range = result.range(at: group)
        return range.location == NSNotFound ? "" : whole.substring(with: range)
      }
      return Match(
        line: 1 + before.utf8.count { $0 == UInt8(ascii: "\n") },
        text: parts[0].trimmingCharacters(in: .whitespacesAndNewlines),
        groups: Array(parts.dropFirst()))
    }
  }
}
