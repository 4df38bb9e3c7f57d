import Testing

@testable import Vocabulary

@Suite("JSON is written as it is read") struct JSONTextTests {
  private let value = JSONNode.object([
    ("a", .array([.whole(1), .number(0.000_001), .boolean(true), .null])),
    ("b", .object([("c", .array([])), ("d", .object([]))])),
    ("a", .array([.object([("e", .string("f"))])])),
  ])

  @Test("On one line without spaces, keys in their order, one key twice") func line() {
    let text = #"{"a":[1,0.000001,true,null],"b":{"c":[],"d":{}},"a":[{"e":"f"}]}"#
    #expect(value.text(.line) == text)
  }

  @Test("On lines, two spaces to a level, nothing between empty brackets") func lines() {
    #expect(
      value.text() == """
        {
          "a": [
            1,
            0.000001,
            true,
            null
          ],
          "b": {
            "c": [],
            "d": {}
          },
          "a": [
            {
              "e": "f"
            }
          ]
        }
        """)
  }

  @Test(
    "Short lists of what takes no line of its own stand on one line",
    arguments: [
      (12, #"["ab", 12, []]"#, false), (14, #"["ab", 12, []]"#, true),
      (90, #"["ab", 12, []]"#, true),
    ])
  func shortLists(width: Int, text: String, isShort: Bool) {
    let list = JSONNode.array([.string("ab"), .whole(12), .array([])])
    #expect((list.text(.lines(listsUpTo: width)) == text) == isShort)
    let nested = JSONNode.array([.object([("k", list)])]).text(.lines(listsUpTo: 90))
    #expect(nested == "[\n  {\n    \"k\": \(text)\n  }\n]")
  }

  /// RFC 8259 §7: all characters may stand in quotes but quote, backslash and U+0000 to U+001F.
  @Test("Every text reads back, and no control character stands in it") func texts() throws {
    let scalars =
      (0..<0x500).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FEFF}", "\u{1F600}"]
    var text = ""
    for scalar in scalars { text.unicodeScalars.append(scalar) }
    let written = JSONNode.string(text).text(.line)
    #expect(!written.unicodeScalars.contains { $0.value < 0x20 })
    guard case .string(let read) = try JSONParser.parse(written) else {
      Issue.record("no string: \(written)")
      return
    }
    #expect(Array(read.utf8) == Array(text.utf8))
  }

  @Test(
    "Numbers keep all digits and have no exponent",
    arguments: [
      (JSONNode.whole(Int64.min), "-9223372036854775808"),
      (JSONNode.whole(UInt64.max), "18446744073709551615"),
      (JSONNode.whole(Int128.max), "170141183460469231731687303715884105727"),
      (JSONNode.number(1e-7), "0.0000001"), (JSONNode.number(1e21), "1000000000000000000000"),
      (JSONNode.number(-0.0), "0"), (JSONNode.number(.infinity), "null"),
      (JSONNode.number(.nan), "null"), (JSONNode.unknown("NaN"), "NaN"),
    ])
  func numbers(node: JSONNode, text: String) { #expect(node.text() == text) }
}
