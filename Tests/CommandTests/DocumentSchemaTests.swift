import Foundation
import Testing

@Suite("What commands print with --json fits the schema that nostro schema --of gives")
struct DocumentSchemaTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let text = try folder.text("two-branches.yaml")
    try folder.write(text + DocumentSchemaTests.sweep, to: "cells.yaml")
  }

  private static let sweep = """

    sweep:
      axes: {cut-off: {path: branches.NYC.customer-cut-off, values: [13:00, 15:00]}}
      metrics: [time_to_credit.mean]

    """

  private func object(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  /// What of a value does not fit a schema of the words that the program uses.
  private func problems(_ value: Any, _ schema: [String: Any], _ path: String = "$") -> [String] {
    if let one = schema["const"] as? Int {
      return value as? Int == one ? [] : ["\(path) is not \(one)"]
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return choices.contains { problems(value, $0).isEmpty } ? [] : ["\(path) fits no choice"]
    }
    switch schema["type"] as? String {
    case "string": return value is String ? [] : ["\(path) is no text"]
    case "boolean": return isTruth(value) ? [] : ["\(path) is no truth"]
    case "null": return value is NSNull ? [] : ["\(path) is not null"]
    case "integer":
      let number = (value as? NSNumber)?.doubleValue ?? 0.5
      return number == number.rounded() && !isTruth(value) ? [] : ["\(path) is no whole number"]
    case "number": return value is NSNumber && !isTruth(value) ? [] : ["\(path) is no number"]
    case "array":
      guard let items = schema["items"] as? [String: Any], let values = value as? [Any] else {
        return ["\(path) is no list"]
      }
      return values.enumerated().flatMap { problems($1, items, "\(path)[\($0)]") }
    case "object":
      guard let members = value as? [String: Any] else { return ["\(path) is no object"] }
      return problems(of: members, schema, path)
    default: return ["\(path) has a schema without a type"]
    }
  }

  private func problems(of members: [String: Any], _ schema: [String: Any], _ path: String)
    -> [String]
  {
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
    return missing.map { "\(path).\($0) is missing" }
      + members.flatMap { key, value in
        if let shape = known[key] { return problems(value, shape, "\(path).\(key)") }
        guard let shape = schema["additionalProperties"] as? [String: Any] else {
          return ["\(path).\(key) is unknown"]
        }
        return problems(value, shape, "\(path).\(key)")
      }
  }

  private func isTruth(_ value: Any) -> Bool { "\(type(of: value))".contains("Bool") }

  private func schema(_ name: String) throws -> [String: Any] {
    let ending = try Command.nostro(["schema", "--of", name], in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    return try #require(object(ending.output) as? [String: Any])
  }

  @Test(
    "Documents fit",
    arguments: [
      ("compare", ["compare", "two-branches.yaml", "--replications", "2", "--json"]),
      ("compare", ["run", "two-branches.yaml", "--model", "batch", "--json"]),
      ("compare", ["run", "two-branches.yaml", "--shuffle-ties", "3", "--json"]),
      ("sweep", ["sweep", "cells.yaml", "--no-store", "--json"]),
      ("warm-up", ["warm-up", "two-branches.yaml", "--replications", "2", "--json"]),
      ("check", ["check", "two-branches.yaml", "--replications", "2", "--json"]),
      (
        "size",
        ["size", "two-branches.yaml", "--replications", "20", "--fresh", "2", "--json"]
      ),
    ])
  func commands(_ name: String, _ arguments: [String]) throws {
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.errors.isEmpty)
    let document = try object(ending.output)
    #expect(problems(document, try schema(name)).sorted() == [])
  }

  @Test(
    "Answers of the solver fit",
    arguments: [
      (
        "settle", [],
        #"{"participants":[{"id":"A","balance":3}],"queue":[]}"#
      ),
      (
        "settle", ["--bypass"],
        #"{"participants":[{"id":"A","balance":3}],"queue":[]}"#
      ),
      (
        "size", [],
        #"{"pools":["A","B"],"flows":[[[-6,6],[2,-2]]],"windows":[],"lag":0,"service_level":1.0}"#
      ),
      (
        "rebalance", [],
        #"{"pools":[{"id":"A","currency":"USD","holding":9,"target":5},"#
          + #"{"id":"B","currency":"USD","holding":1,"target":5}],"costs":{"pair":[],"unfunded":9}}"#
      ),
    ] as [(String, [String], String)])
  func solver(_ kind: String, _ options: [String], _ problem: String) throws {
    let ending = try Command.nostro(["solve", kind, "-"] + options, in: folder, input: problem)
    #expect(ending.errors == "")
    #expect(problems(try object(ending.output), try schema("solve-\(kind)")).sorted() == [])
  }

  @Test("manifest.json fits") func manifest() throws {
    let arguments = ["compare", "two-branches.yaml", "--replications", "2", "--out", "out"]
    #expect(try Command.nostro(arguments, in: folder).code == 0)
    #expect(
      problems(try object(folder.text("out/manifest.json")), try schema("manifest")).sorted() == [])
  }

  @Test("The check finds what does not fit") func misfits() throws {
    let schema = try schema("check")
    #expect(
      problems(["format": 3], schema).sorted() == [
        "$.scenarios is missing", "$.version is missing", "$.without_scenario is missing",
      ])
    let wrong: [String: Any] = [
      "format": 1, "version": 1, "scenarios": [1], "without_scenario": [], "more": 1,
    ]
    #expect(
      problems(wrong, schema).sorted() == [
        "$.format is not 3", "$.more is unknown", "$.scenarios[0] is no object",
        "$.version is no text",
      ])
  }

  @Test("A name that is no document is refused with the nearest") func unknown() throws {
    let ending = try Command.nostro(["schema", "--of", "compar"], in: folder)
    #expect(ending.code == 65)
    #expect(ending.errors == "error: no document 'compar'; did you mean 'compare'?\n")
  }
}
