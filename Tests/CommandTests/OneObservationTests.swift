import Foundation
import Testing

/// `listed.yaml`: three payments of one day, and no chance at all.
@Suite("Payments that are listed and left to no chance are one observation")
struct OneObservationTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let scenario = Folder.ofTests.appendingPathComponent("Scenarios/listed.yaml")
    try folder.write(String(contentsOf: scenario, encoding: .utf8), to: "listed.yaml")
  }

  @Test("A comparison says so and shows neither interval nor mark") func compare() throws {
    let ending = try Command.nostro(
      ["compare", "listed.yaml", "--quiet", "--no-store", "--out", "out"], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(ending.output.contains("every figure\nis one observation"))
    #expect(!ending.output.contains("±") && !ending.output.contains(" *"))
    for line in try folder.text("out/outcomes.csv").split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields[5].isEmpty && fields[6].isEmpty && fields[7] == "1", "\(line)")
    }
    for line in try folder.text("out/shares.csv").split(separator: "\n").dropFirst() {
      #expect(line.hasSuffix(",,,0,1") || line.hasSuffix(",,,1,1"), "\(line)")
    }
    #expect(try folder.text("out/manifest.json").contains("\"variation\": \"nothing\""))
    #expect(try folder.text("out/report.html").contains("All 20 replications are the same"))
  }

  @Test("A sizing gives what these payments needed, once, and promises nothing of other days")
  func size() throws {
    let ending = try Command.nostro(
      [
        "size", "listed.yaml", "--replications", "20", "--fresh", "5", "--service-level", "95",
        "--quiet", "--out", "out",
      ], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(ending.output.contains("All replications are one observation"))
    #expect(!ending.output.contains("100 %  ") && !ending.output.contains("fresh replications r"))
    // 10,000 and 20,000 leave New York before 15,000 come back: 30,000 in all.
    let rows = try folder.text("out/sizing.csv").split(separator: "\n")
    #expect(rows[1].hasPrefix("batch,USD,NYC,none,0.95,30000.00,,,30000.00,"))
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",1") })
    let levels = try folder.text("out/service-levels.csv")
    #expect(levels.contains("\nbatch,USD,none,0.95,30000.00,1,,,1\n"))
  }

  @Test("A check says so, in words and in JSON") func check() throws {
    let expected = "\nexpect:\n  - {that: batch.payments.instructed >= 3}\n"
    try folder.write(folder.text("listed.yaml") + expected, to: "expected.yaml")
    let ending = try Command.nostro(["check", "expected.yaml", "--quiet"], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(
      ending.output.contains(
        "\n  note   All 20 replications are the same, since nothing is left to chance: every figure "
          + "is one observation, without an interval.\n"))
    #expect(!ending.output.contains("±"))
    let json = try Command.nostro(["check", "expected.yaml", "--quiet", "--json"], in: folder)
    #expect(json.output.contains("\"variation\": \"nothing\""))
    #expect(json.output.contains("\"low95\": null") && !json.output.contains("\"low95\": 3"))
  }

  @Test("A sweep says so, and shows neither interval nor mark") func sweep() throws {
    let axes = """

      sweep:
        axes: {closes: {path: branches.NYC.closes, values: [17:00, 18:00]}}
        metrics: [time_to_credit.mean]

      """
    try folder.write(folder.text("listed.yaml") + axes, to: "cells.yaml")
    let sweep = ["sweep", "cells.yaml", "--quiet", "--no-store", "--out", "swept"]
    let ending = try Command.nostro(sweep, in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(ending.output.contains("All 20 replications are the same"))
    #expect(!ending.output.contains("±") && !ending.output.contains(" *"))
    let page = try folder.text("swept/sweep.html")
    #expect(page.contains("All 20 replications are the same") && !page.contains("±"))
    let json = try Command.nostro(sweep + ["--json"], in: folder)
    #expect(json.output.components(separatedBy: "\"variation\": \"nothing\"").count == 3)
  }

  @Test("A scenario with chance in the times alone says what its intervals tell") func other()
    throws
  {
    let text = try folder.text("listed.yaml").replacingOccurrences(
      of: "processing: 10min}", with: "processing: {lognormal: {median: 10min, p95: 1h}}}")
    try folder.write(text, to: "drawn.yaml")
    let ending = try Command.nostro(
      ["compare", "drawn.yaml", "--quiet", "--no-store", "--out", "out"], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(ending.output.contains("The payments are the same in every replication"))
    #expect(ending.output.contains("±"))
  }
}
