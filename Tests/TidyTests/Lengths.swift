/// How long files and functions may be: what is longer is more than one thing. Functions of tests
/// may be longer: they hold scenarios and tables.
enum Lengths {
  static let linesOfAFile = 300
  static let linesOfAFunction = 40

  /// A sentence for each file and function that is too long.
  static func findings(in file: ProjectFile) -> [String] {
    var findings: [String] = []
    if file.lineCount > linesOfAFile {
      findings.append(
        "\(file.path):\(linesOfAFile + 1): found \(file.lineCount) lines: split it into files of "
          + "one type or capability each, \(linesOfAFile) lines at most")
    }
    guard file.isSource else { return findings }
    for function in functions(of: file.code) where function.lines > linesOfAFunction {
      findings.append(
        "\(file.path):\(function.line): found `\(function.name)` of \(function.lines) lines: give "
          + "its parts names of their own, \(linesOfAFunction) lines at most")
    }
    return findings
  }

  /// The functions, initialisers, subscripts and computed properties of a text with their lines,
  /// from the declaration to the closing brace.
  static func functions(of code: String) -> [(name: String, line: Int, lines: Int)] {
    let pattern =
      #"(?<![.\w])(func\s+[^\s(<]+|init\b[?!]?(?=\s*[(<])|deinit\b|subscript\b"#
      + #"|(?:var|let)\s+\w+[^={}\n]*(?=\{\s*$))"#
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    return Match.all(of: pattern, in: code).compactMap { match in
      guard let last = lastLine(ofBodyFrom: match.line - 1, in: lines) else { return nil }
      return (match.text, match.line, last - match.line + 2)
    }
  }

  /// The line on which the body of a declaration closes, or `nil` where it has no body.
  private static func lastLine(ofBodyFrom first: Int, in lines: [[UInt8]]) -> Int? {
    var (parentheses, braces) = (0, 0)
    for line in first..<lines.count {
      for byte in lines[line] {
        switch byte {
        case UInt8(ascii: "("): parentheses += 1
        case UInt8(ascii: ")"): parentheses -= 1
        case UInt8(ascii: "{") where parentheses <= 0 || braces > 0: braces += 1
        case UInt8(ascii: "}") where braces == 0 && parentheses <= 0: return nil
        case UInt8(ascii: "}") where braces == 1: return line
        case UInt8(ascii: "}") where braces > 1: braces -= 1
        default: continue
        }
      }
      if braces == 0, parentheses <= 0, !continues(after: line, in: lines) { return nil }
    }
    return nil
  }

  /// Whether a signature goes on after a line: with its result, its effects or its brace.
  private static func continues(after line: Int, in lines: [[UInt8]]) -> Bool {
    let next = lines[(line + 1)...].lazy.map { $0.drop { $0 == UInt8(ascii: " ") } }
      .first { !$0.isEmpty }
    guard let next else { return false }
    return ["{", "->", "throws", "rethrows", "async", "where", "(", "Self"]
      .contains { next.starts(with: $0.utf8) }
  }
}
