import Foundation
import Testing

/// That each table has the columns of its section is tested where the columns stand
/// (`ColumnDictionaryTests` of Reporting).
@Suite("Reports/README.md lists the files that are written, and the keys of their manifests")
struct DataDictionaryTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// The sections of the dictionary on manifests, each with the keys of its table.
  private func dictionary() throws -> [String: [String]] {
    let file = Folder.ofPackage.appendingPathComponent("Reports/README.md")
    var sections: [String: [String]] = [:]
    var name = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## ") { name = String(line.dropFirst(4).dropLast()) }
      guard name.hasSuffix("manifest.json"), line.hasPrefix("| `") else { continue }
      sections[name, default: []].append(String(line.dropFirst(3).prefix { $0 != "`" }))
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

  @Test("The axes of a sweep stand behind the cell; its manifest has the keys of its section")
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
    #expect(header.hasPrefix("cell,early,model,metric,"))
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
