/// The kinds of columns: each says how its values stand in files and documents, and how a field
/// without further rules is read.
///
/// Parameters that they share: `name`, `unit`, `definition` and `empty` as the members of those
/// names; `about`, what documents say of it, a sentence (its definition where none is given);
/// `into`, where in a draft the field goes that is read, nowhere where it follows from others;
/// last, what of a row is written.
extension Column {
  /// Takes what a field says over into a draft; `nil` where it says nothing.
  ///
  /// Puts a value that was read into the draft of its row.
  typealias Take<Value> = @Sendable (inout Draft, Value) -> Void

  /// A column of names or words.
  static func text(
    _ name: String, _ definition: String, unit: String = "text", empty: String = never,
    about: String? = nil, into take: Take<String>? = nil,
    _ write: @escaping @Sendable (Row) -> String
  ) -> Column {
    let column = Column(
      name, unit, definition, empty: empty,
      member: DocumentShape.Member(name, .text, about ?? sentence(definition)),
      write: { .text(write($0)) })
    guard let take else { return column }
    return column.read { draft, _, field in take(&draft, field.text) }
  }

  /// A column of exact decimals, instants or codes, which are strings in documents.
  ///
  /// What is exact stays text in documents too: amounts of money pass through no binary fraction.
  static func exact(
    _ name: String, _ unit: String, _ definition: String, empty: String = never,
    about: String? = nil, _ write: @escaping @Sendable (Row) -> String
  ) -> Column {
    Column(
      name, unit, definition, empty: empty,
      member: DocumentShape.Member(name, shape(.text, empty), about ?? sentence(definition)),
      write: { .exact(write($0)) })
  }

  /// A column of numbers that are rounded when they are written.
  ///
  /// - Parameter write: A decimal number that was rounded for readers, or nothing.
  static func rounded(
    _ name: String, _ unit: String, _ definition: String, empty: String = never,
    about: String? = nil, _ write: @escaping @Sendable (Row) -> String
  ) -> Column {
    Column(
      name, unit, definition, empty: empty,
      member: DocumentShape.Member(name, shape(.number, empty), about ?? sentence(definition)),
      write: { .rounded(write($0)) })
  }

  /// A column of numbers.
  ///
  /// - Parameter write: A value that is not finite stands empty, as one that is missing.
  static func number(
    _ name: String, _ unit: String, _ definition: String, empty: String = never,
    about: String? = nil, into take: Take<Double?>? = nil,
    _ write: @escaping @Sendable (Row) -> Double?
  ) -> Column {
    let column = Column(
      name, unit, definition, empty: empty,
      member: DocumentShape.Member(name, shape(.number, empty), about ?? sentence(definition)),
      write: { .number(write($0)) })
    guard let take else { return column }
    let isNeeded = empty == never
    return column.read { take(&$0, isNeeded ? $1.number($2) : $1.optional($2)) }
  }

  /// A column that counts.
  ///
  /// - Parameter write: From 0; nothing where the column may be empty.
  static func count(
    _ name: String, _ definition: String, empty: String = never, about: String? = nil,
    into take: Take<Int?>? = nil,
    _ write: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    let column = Column(
      name, "count", definition, empty: empty,
      member: DocumentShape.Member(name, shape(.whole, empty), about ?? sentence(definition)),
      write: { .count(write($0)) })
    guard let take else { return column }
    return column.read { take(&$0, $1.count($2)) }
  }

  /// The shape of a value that may be missing where its fields may be empty.
  ///
  /// The shape of a member: may be null where the column may be empty, so that the two cannot
  /// disagree.
  private static func shape(_ shape: DocumentShape, _ empty: String) -> DocumentShape {
    empty == never ? shape : .optional(shape)
  }

  /// What documents say of a column of which the dictionary says this.
  ///
  /// The definition as a sentence of a schema, which the dictionary has without capital and full
  /// stop.
  private static func sentence(_ definition: String) -> String {
    definition.prefix(1).uppercased() + definition.dropFirst() + "."
  }
}
