import Vocabulary
import Yams

/// Turns the text of a scenario file into its tree, within bounds.
///
/// Three bounds, each before the next costs more: `Outline` walks the text without recursion, then
/// Yams composes the tree, in which an alias is the same node again, then the values are counted as
/// if each alias were written out.
enum YAMLTree {
  /// How many values a file may have, those behind an alias counted each time.
  ///
  /// Nine lists of nine aliases each, nested (the *billion laughs*), are a few hundred bytes of
  /// text and more values than fit any memory. The number is assumed.
  static let mostValues = 1_000_000

  /// The tree of a text, or `nil` with the reasons in `problems`.
  ///
  /// A byte order mark is dropped before the parser sees it: libyaml, once told the encoding, counts
  /// it as a column, so that the second key lies left of the first.
  static func read(_ text: String, _ problems: ProblemList) -> YAMLValue? {
    let mark = ByteOrderMark.length(at: text.utf8)
    let text = mark == 0 ? text : String(decoding: text.utf8.dropFirst(mark), as: UTF8.self)
    var outline = Outline(text)
    guard outline.check(problems) else { return nil }
    guard let root = compose(text, problems) else { return nil }
    var left = mostValues
    if let reason = excess(of: root, depth: 0, left: &left) {
      problems.add(.start, "", reason)
      return nil
    }
    return YAMLValue(root, path: "")
  }

  /// The tree as libyaml reads it; every scalar stays the text that is written, so that `NO` is
  /// Norway and `09:30` a time.
  private static func compose(_ text: String, _ problems: ProblemList) -> Node? {
    do {
      // The basic resolver leaves every scalar a text.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      if let root = try parser.singleRoot() { return root }
      problems.add(.start, "", "found nothing, expected a scenario; `nostro init` writes one")
    } catch let error as YamlError {
      report(error, problems)
    } catch {
      problems.add(.start, "", "found no YAML: \(error)")
    }
    return nil
  }

  /// Notes an error of the parser at its place, in its words behind `no YAML:`.
  private static func report(_ error: YamlError, _ problems: ProblemList) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = Place(line: mark.line, column: mark.column)
      problems.add(place, "", "no YAML: " + sentence(problem, context))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let place = Place(line: context.mark.line, column: context.mark.column)
      let keys = duplicates.map { "'\(YAMLValue.shown($0))'" }.joined(separator: ", ")
      problems.add(place, "", "\(keys) given more than once in one map")
    case .reader(let problem, _, let value, _):
      let code = String(value, radix: 16, uppercase: true)
      problems.add(.start, "", "no YAML: \(problem) (U+\(code))")
    default:
      problems.add(.start, "", "no YAML: \(error)")
    }
  }

  /// What the parser met and, where it says so, what it was reading and since which line.
  ///
  ///     bracket-left-open.yaml:19:1: no YAML: did not find expected ',' or ']' while parsing a …
  private static func sentence(_ problem: String, _ context: YamlError.Context?) -> String {
    guard let context, !context.text.isEmpty else { return problem }
    return "\(problem) \(context.text), begun in line \(context.mark.line)"
  }

  /// Why a tree is too large, counting what an alias repeats each time but never past the bound.
  ///
  /// - Parameter left: How many values may still come.
  /// - Returns: The first reason in the order of the file, `nil` where the tree is small enough.
  /// - Complexity: O(`mostValues`), however many values the aliases stand for.
  private static func excess(of node: Node, depth: Int, left: inout Int) -> String? {
    guard depth <= Outline.deepest else {
      return "nested deeper than \(Outline.deepest) levels through aliases"
    }
    left -= 1
    guard left >= 0 else {
      return "more than \(mostValues) values, those behind an alias counted each time"
    }
    var parts: [Node] = []
    if case .sequence(let sequence) = node { parts = Array(sequence) }
    if case .mapping(let mapping) = node {
      guard mapping.allSatisfy({ $0.key.scalar != nil }) else {
        return "a list or map as a key, expected plain texts"
      }
      parts = mapping.map(\.value)
    }
    for part in parts {
      if let reason = excess(of: part, depth: depth + 1, left: &left) { return reason }
    }
    return nil
  }
}
