import Foundation
public import Testing

extension ExitTest.Result {
  /// The sentence with which a process trapped: what stands behind `Fatal error: ` or, of a
  /// precondition, `Precondition failed: `; all that it wrote to its standard error where it did not
  /// trap.
  ///
  /// The test must observe `\.standardErrorContent`. An optimised build drops the text of a
  /// `precondition`, never that of a `fatalError`; tests are built for debugging.
  public var sentence: String {
    let text = String(decoding: standardErrorContent, as: UTF8.self)
    let marks = ["Fatal error: ", "Precondition failed: "]
    guard let mark = marks.lazy.compactMap({ text.range(of: $0) }).first else { return text }
    return String(text[mark.upperBound...].prefix { $0 != "\n" })
  }
}
