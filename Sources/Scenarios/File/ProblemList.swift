/// The problems met while one scenario is read, shared by all who read in it.
///
/// A class, since sections, parsers and readers of files all add to one list. It reports each
/// problem once, and in the order of the lines of each file, whatever the order of the checks.
final class ProblemList {
  /// How many problems are kept; a file with more is told so in one line.
  ///
  /// Enough for a person; assumed.
  static let most = 100

  /// The file whose places are meant where none is named.
  let file: String
  /// The same as `problems`, to find a second one in O(1).
  private var kept: Set<Problem> = []
  /// What is kept, each with the place of its file in `files`.
  private var problems: [(file: Int, problem: Problem)] = []
  /// The files in the order in which the first problem of each was met; the scenario is the first.
  private var files: [String]
  /// How many were met after the list was full.
  private var left = 0
  /// The defaults that were taken where the file says nothing, each once, in the order in which
  /// they were read.
  private(set) var defaults: [DefaultTaken] = []
  private var known: Set<DefaultTaken> = []

  init(file: String) {
    self.file = file
    files = [file]
  }

  /// Notes that a default was taken.
  ///
  /// What is the same for two sections of a kind is noted once: the list says what is read in place
  /// of nothing, not how often.
  func note(_ taken: DefaultTaken) {
    if known.insert(taken).inserted { defaults.append(taken) }
  }

  /// Whether nothing is wrong so far.
  var isEmpty: Bool { problems.isEmpty }

  /// Notes a problem at a place of the scenario file.
  func add(_ place: Place, _ path: String, _ message: String) {
    add(
      Problem(file: file, path: path, line: place.line, column: place.column, message: message))
  }

  /// Notes a problem at a value of the scenario file; its message is not made where none is kept.
  func add(_ value: YAMLValue, _ message: @autoclosure () -> String) {
    guard !isFull else { return countOneMore() }
    add(value.place, value.path, message())
  }

  /// Notes that a file that a value names was not read.
  func add(_ value: YAMLValue, _ refusal: Folder.Refusal) {
    add(
      Problem(
        file: file, path: value.path, line: value.place.line, column: value.place.column,
        message: "found \(value.found): \(refusal.reason)", isUnopened: refusal.isUnopened))
  }

  /// Whether no further problem is kept.
  var isFull: Bool { problems.count >= ProblemList.most }

  /// Counts a problem that is not kept, so that its message need not be made.
  func countOneMore() {
    precondition(isFull, "a problem is kept while there is room")
    left += 1
  }

  /// Notes a problem of any file, each once.
  func add(_ problem: Problem) {
    guard !isFull else {
      if !kept.contains(problem) { left += 1 }
      return
    }
    guard kept.insert(problem).inserted else { return }
    if !files.contains(problem.file) { files.append(problem.file) }
    problems.append((files.firstIndex(of: problem.file) ?? 0, problem))
  }

  /// All problems: the scenario's first, then those of each further file; each by line and column.
  ///
  /// Further files stand in the order in which their first problem was met, which is that of the
  /// scenario's sections. Where some were left out, a last one says how many.
  ///
  /// - Complexity: O(n log n) for the at most `most` that are kept.
  var errors: ScenarioErrors {
    let order = problems.indices.sorted { left, right in
      let (one, other) = (problems[left], problems[right])
      return (one.file, one.problem.line, one.problem.column, left)
        < (other.file, other.problem.line, other.problem.column, right)
    }
    var list = order.map { problems[$0].problem }
    if left > 0, let last = list.last {
      list.append(
        Problem(
          file: last.file, path: "", line: last.line, column: last.column,
          message: "and \(left) more, not shown"))
    }
    return .problems(list)
  }
}

/// A place in a text.
struct Place: Hashable {
  /// The line, from 1.
  var line: Int
  /// The column, from 1, in Unicode scalars.
  var column: Int

  /// The start of the text.
  static let start = Place(line: 1, column: 1)
}

extension Place: CustomStringConvertible {
  /// `line 12`; the column too, since many places of a list may stand on one line.
  var description: String { "line \(line), column \(column)" }
}
