/// What is wrong with an input, a line each: the first hundred, and how many more there are.
package struct BoundedList {
  /// How many are kept.
  package static let most = 100

  package private(set) var kept: [String] = []
  private var left = 0

  /// A list without any.
  package init() {}

  package var isEmpty: Bool { kept.isEmpty }

  /// Whether no further one is kept, so that its text need not be made.
  package var isFull: Bool { kept.count >= BoundedList.most }

  /// Adds one; its text is not made where it is not kept.
  package mutating func add(_ text: @autoclosure () -> String) {
    if isFull { left += 1 } else { kept.append(text()) }
  }

  /// The lines to tell of a file.
  ///
  /// - Parameter start: What each line that is kept starts with.
  package func told(of file: String, start: String = "") -> [String] {
    kept.map { start + $0 } + (left > 0 ? ["\(file): and \(left) more problems"] : [])
  }
}
