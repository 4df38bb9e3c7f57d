import Testing

@testable import Scenarios

@Suite struct OutlineTests {
  private func problems(_ text: String) -> [Problem] {
    let list = ProblemList(file: "x.yaml")
    var outline = Outline(text)
    guard !outline.check(list), case .problems(let problems) = list.errors else { return [] }
    return problems
  }

  /// Nested texts of a depth, one for each way to nest.
  static let ways: [@Sendable (Int) -> String] = [
    { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
    { String(repeating: "{a: ", count: $0) + String(repeating: "}", count: $0) },
    { String(repeating: "- ", count: $0) + "x" },
    { depth in (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined() },
    { depth in (0..<depth).map { String(repeating: " ", count: $0) + "&x 'a' :\n" }.joined() },
    { "\"[\": # {\n" + String(repeating: " [", count: $0 - 1) },
  ]

  @Test(arguments: 0..<ways.count) func admitsSixtyFourLevelsAndNotOneMore(_ way: Int) {
    #expect(problems(OutlineTests.ways[way](64)) == [])
    #expect(problems(OutlineTests.ways[way](65)).map(\.message) == ["nested deeper than 64 levels"])
  }

  @Test(arguments: [
    "a: '[[[' # {{{\nb: \"]]\\\" [\"", "a: |\n  [ { - - ? !x *y\n  'open\nb: 1",
    "a: >2\n    {\n  [\nb: 1", "a: plain\n  'still [ plain\n  \"and on\nb: 1",
    "a: it's [\nb: don't {",
    "a: http://x.y/z?q=[1]\nb: 1", "# [[[[\na: 1 # ]]]]\n", "a: {b: 'x', c: [1, 2]}\r\nb: 1\r\n",
    "a: &x {b: 1}\nc: *x\n", "%a: 1".replacing("%", with: ""), "- a: 1\n  b: 2\n- a: 3\n",
    "a:\n- b: 1\n- b: 2\nc: 1\n", "---\na: 1\n...\n",
  ]) func leavesQuotesCommentsAndTextsAlone(_ text: String) {
    #expect(problems(text) == [])
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", 3, 1, "a"), ("x:\n  a: 1\n  'a': 2\n", 3, 3, "x.a"),
    ("x: {a: 1, b: {a: 1}, a: 2}\n", 1, 22, "x.a"),
    ("x:\n  - {b: 1}\n  - {b: 1, b: 2}", 3, 12, "x[1].b"),
    ("é: {ü: 1, ü: 2}", 1, 11, "é.ü"),
  ]) func findsKeysGivenTwice(_ text: String, line: Int, column: Int, path: String) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect(found.first?.line == line)
    #expect(found.first?.column == column)
    #expect(found.first?.path == path)
    #expect(found.first?.message.hasPrefix("given twice, first in line") == true)
  }

  @Test(arguments: [
    "? a\n: b", "{? a : b}", "{*a}", "{x: 1, *a}", "*a : b", "[*a : b]", "{[a]}", "{{a: 1}: 2}",
    "[a]: b", "{a: 1} : b", "a: !!int 1", "!x\na: 1", "%YAML 1.1\n---\na: 1", "a: 1\n---\nb: 2",
    "a: \u{7}", "a: \u{2028}", "a: \u{85}",
  ]) func refusesWhatMisleads(_ text: String) {
    #expect(problems(text).count == 1)
  }
}
