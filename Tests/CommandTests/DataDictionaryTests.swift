import Foundation
import Testing

@Suite("Reports/README.md lists the files that are written, with their columns in order")
struct DataDictionaryTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// The sections of the dictionary by file, each with the first cells of its first table.
  private func dictionary() throws -> [String: [String]] {
    let file = Folder.ofPackage.appendingPathComponent("Reports/README.md")
    var sections: [String: [String]] = [:]
    var (name, table) = ("", 0)
    for line in try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("## `") { (name, table) = (String(line.dropFirst(4).dropLast()), 0) }
      if line.hasPrefix("| column |") || line.hasPrefix("| key |") { table += 1 }
      guard table == 1, !name.isEmpty, line.hasPrefix("| `") else {
        if line.isEmpty, table == 1, sections[name] != nil { table = 2 }
        continue
      }
      sections[name, default: []].append(
        String(line.dropFirst(3).prefix { $0 != "`" }))
    }
    return sections
  }

  /// The names of the files in the list at the head of the dictionary.
  private func listed() throws -> [String] {
    let file = Folder.ofPackage.appendingPathComponent("Reports/README.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.drop { !$0.hasPrefix("| file |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
      .map { String($0.dropFirst(3).prefix { $0 != "`" }) }
  }

  private func run() throws {
    for command in [
      ["compare", "two-branches.yaml", "--replications", "2", "--out", "out"],
      ["size", "two-branches.yaml", "--replications", "20", "--fresh", "2", "--out", "sized"],
    ] { #expect(try Command.nostro(command, in: folder).code == 0) }
  }

  @Test("Every file that compare and size write is listed, and no other") func files() throws {
    try run()
    let written = try ["out", "sized"].flatMap { try #require(folder.names(in: $0)) }
    #expect(try listed().filter { !$0.hasPrefix("sweep.") }.sorted() == Set(written).sorted())
  }

  @Test("Every table has the columns of its section") func columns() throws {
    try run()
    let dictionary = try dictionary()
    for run in ["out", "sized"] {
      for name in try #require(folder.names(in: run)) where name.hasSuffix(".csv") {
        let header = try #require(folder.text("\(run)/\(name)").split(separator: "\n").first)
        #expect(dictionary[name] == header.split(separator: ",").map(String.init), "\(name)")
      }
    }
  }

  @Test("The table of a warm-up has the columns of its section") func warmUp() throws {
    let ending = try Command.nostro(
      ["warm-up", "two-branches.yaml", "--replications", "2", "--out", "settled.csv"], in: folder)
    #expect(ending.code == 0)
    let header = try #require(folder.text("settled.csv").split(separator: "\n").first)
    #expect(try dictionary()["warm-up.csv"] == header.split(separator: ",").map(String.init))
  }

  @Test("The table of a sweep has its axes between the cell and the columns of outcomes.csv")
  func sweep() throws {
    let axes = """

      sweep:
        axes: {early: {path: branches.NYC.customer-cut-off, values: [13:00, 15:00]}}
        metrics: [time_to_credit.mean]

      """
    try folder.write(folder.text("two-branches.yaml") + axes, to: "cells.yaml")
    let ending = try Command.nostro(["sweep", "cells.yaml", "--out", "swept"], in: folder)
    #expect(ending.code == 0)
    let header = try #require(folder.text("swept/sweep.csv").split(separator: "\n").first)
    let columns = try #require(dictionary()["sweep.csv"]).map { $0 == "AXIS" ? "early" : $0 }
    #expect(columns == header.split(separator: ",").map(String.init))
    #expect(try listed().contains("sweep.csv"))
    let manifest = try JSONSerialization.jsonObject(
      with: Data(folder.text("swept/manifest.json").utf8))
    let keys = try #require(manifest as? [String: Any]).keys
    #expect(try Set(#require(dictionary()["sweep/manifest.json"])) == Set(keys))
  }

  @Test("The manifest has the keys of its section, but for those that nobody asked for")
  func manifest() throws {
    try run()
    let object = try JSONSerialization.jsonObject(
      with: Data(folder.text("out/manifest.json").utf8))
    let manifest = try #require(object as? [String: Any])
    let models = try #require(manifest["models"] as? [[String: Any]])
    let files = try #require(manifest["files"] as? [[String: Any]])
    let keys =
      manifest.keys + models[0].keys.map { "models[].\($0)" }
      + files[0].keys.map { "files[].\($0)" }
    let listed = try #require(dictionary()["manifest.json"])
    #expect(Set(listed) == Set(keys).union(["precision", "shuffled_ties", "variation"]))
  }
}
