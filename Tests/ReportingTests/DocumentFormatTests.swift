import Testing
import Vocabulary

@testable import Reporting

/// A column that joins a table joins the documents of its rows by itself, so that nothing but this list
/// asks for the next number.
@Suite("A document of another shape has another format") struct DocumentFormatTests {
  /// The format of each document and the digest of its shape under that format.
  ///
  /// A shape that changed: raise the `format` of the document where it is written and in its schema,
  /// say so in CHANGELOG.md, and take over the digest that the test found.
  private static let known: [(name: String, format: String, shape: String)] = [
    ("compare", "2", "a314fa46dd60a9ce"),
    ("check", "3", "baaa74e2d35d1f07"),
    ("size", "4", "87cc757fe947fcca"),
    ("sweep", "2", "ddf1f58dc46d167d"),
    ("warm-up", "2", "441c1d177a16a8ea"),
    ("solve-settle", "1", "d746aac6dc7dde3c"),
    ("solve-size", "1", "9148ee4763f4c2d7"),
    ("solve-rebalance", "1", "519d2972dd4c03b5"),
    ("manifest", "2", "8450d256080115e1"),
  ]

  /// A schema without its words, which may change at any time.
  private func shape(_ node: JSONNode) -> JSONNode {
    switch node {
    case .array(let items): .array(items.map(shape))
    case .object(let members):
      .object(
        members.compactMap { key, value in
          if case .string = value, ["description", "title", "$schema"].contains(key) { return nil }
          return (key, shape(value))
        })
    default: node
    }
  }

  private func value(_ key: String, of node: JSONNode?) -> JSONNode? {
    guard case .object(let members)? = node else { return nil }
    return members.first { $0.key == key }?.value
  }

  @Test("Keys, types and what may be missing are those of the format", arguments: known.map(\.name))
  func shapes(_ name: String) throws {
    let known = try #require(DocumentFormatTests.known.first { $0.name == name })
    let schema = try JSONParser.parse(#require(DocumentSchemas.text(of: name)))
    let format = value("format", of: value("properties", of: schema))
    #expect(value("const", of: format)?.text() == known.format)
    var digest = Digest()
    digest.combine(bytes: Array(shape(schema).text(.line).utf8))
    #expect(digest.description == known.shape)
  }

  @Test("Every document is listed") func all() {
    #expect(DocumentFormatTests.known.map(\.name) == DocumentSchemas.names)
  }
}
