/// The mark at the start of a text in UTF-8 (U+FEFF) with which some editors and spreadsheets begin
/// one, and which is no part of it.
///
/// Every reader of a text passes over it by this one function: scenarios, sweeps, tables, messages,
/// calendars, problems, manifests, and what `check` has committed. What is written never begins with
/// it. A second mark, or one further on, is text like any other. Of UTF-16 nothing is read: its marks
/// are no UTF-8, so that such a file is refused as a whole.
public enum ByteOrderMark {
  /// The bytes of the mark.
  static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// How many bytes a reader passes over at the start of a text: 3 for the mark, else 0.
  ///
  /// - Parameter text: The text, or at least its first three bytes.
  public static func length(at text: some Sequence<UInt8>) -> Int {
    text.starts(with: bytes) ? bytes.count : 0
  }
}
