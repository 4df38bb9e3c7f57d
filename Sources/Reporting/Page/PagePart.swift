/// The files of `Parts`, which are embedded in the module when it is built.
///
/// So an editor knows them for what they are, and nothing has to lie beside the program. All are
/// UTF-8 and end with a line feed, which stays where a part is lines of its own and goes where it
/// stands within a line: the page is the same to the byte on every machine.
enum PagePart {
  /// A file as it stands.
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A file without the end of its last line.
  static func textWithoutLineEnd(_ bytes: [UInt8]) -> String {
    text(bytes.last == UInt8(ascii: "\n") ? Array(bytes.dropLast()) : bytes)
  }
}
