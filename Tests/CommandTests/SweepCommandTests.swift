import Foundation
import Testing

@Suite("sweep runs the variants of a scenario on the same payments") struct SweepCommandTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    let text = try folder.text("two-branches.yaml")
    try folder.write(text + SweepCommandTests.sweep, to: "cells.yaml")
  }

  private static let sweep = """

    sweep:
      axes:
        cut-off: {path: branches.NYC.customer-cut-off, values: 13:00..17:00 step 2h}
        check: {path: [models.batch.screening.check, models.token.screening.check], values: [5s, 1h]}
      metrics: [time_to_credit.mean, missed_cut_off, payments.instructed, pool.opening_balance]

    """

  private func sweep(_ arguments: String...) throws -> Command.Ending {
    try Command.nostro(["sweep"] + arguments, in: folder)
  }

  @Test("Each cell is a row in the terminal, each figure one in sweep.csv") func tables() throws {
    let ending = try sweep("cells.yaml", "--out", "out", "--no-store")
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try Snapshot.expect(ending.output, as: "sweep")
    try Snapshot.expect(folder.text("out/sweep.csv"), as: "sweep-csv")
    #expect(folder.names(in: "out") == ["manifest.json", "sweep.csv", "sweep.html"])
    let page = try folder.text("out/sweep.html")
    #expect(page.contains("<th scope=\"row\"") && page.hasSuffix("</html>\n"))
  }

  @Test("A sweep replaces the files of a sweep, and of nobody else") func foreign() throws {
    try folder.write("mine", to: "out/sweep.csv")
    let refused = try sweep("cells.yaml", "--out", "out", "--no-store")
    #expect(refused.code == 73 && refused.output.isEmpty)
    #expect(refused.errors.hasPrefix("error: out/sweep.csv: would be replaced"))
    #expect(try folder.text("out/sweep.csv") == "mine")
    for place in ["swept", "swept", "run"] {
      let command = place == "run" ? "compare" : "sweep"
      let ending = try Command.nostro(
        [command, "cells.yaml", "--out", place, "--replications", "2", "--no-store"], in: folder)
      #expect(ending.code == 0, "\(ending.errors)")
    }
    let (swept, run) = try (folder.contents(of: "swept"), folder.contents(of: "run"))
    for (command, place) in [("compare", "swept"), ("size", "swept"), ("sweep", "run")] {
      let ending = try Command.nostro([command, "cells.yaml", "--out", place], in: folder)
      #expect(ending.code == 73)
      #expect(ending.errors.hasPrefix("error: \(place)/manifest.json: is the manifest of a "))
    }
    #expect(try folder.contents(of: "swept") == swept && folder.contents(of: "run") == run)
    let report = try Command.nostro(["report", "swept"], in: folder)
    #expect(report.code == 65)
    #expect(report.errors.hasSuffix("is the manifest of a sweep, expected that of a run\n"))
  }

  @Test("One axis shows what each cell changes, three axes and long names keep to 80 columns")
  func lists() throws {
    let text = try folder.text("cells.yaml")
    let check = try #require(text.range(of: "    check:"))
    let end = try #require(text.range(of: "  metrics:"))
    try folder.write(
      text.replacingCharacters(in: check.lowerBound..<end.lowerBound, with: ""), to: "one.yaml")
    let one = try sweep("one.yaml", "--out", "out", "--no-store")
    #expect(one.code == 0)
    try Snapshot.expect(one.output, as: "sweep-one-axis")
    let third =
      "    pools-of-the-bank: {path: \"pools[0].opening-balance\", values: [5M, 5000000]}\n"
    try folder.write(
      text.replacingOccurrences(of: "  metrics:", with: third + "  metrics:")
        .replacingOccurrences(of: "time_to_credit.mean,", with: "pool.queued_hours,"),
      to: "three.yaml")
    let three = try sweep("three.yaml", "--out", "out", "--no-store", "--replications", "2")
    #expect(three.code == 0)
    #expect(three.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(three.output.contains("17:00, 1h, 5000000"))
  }

  @Test("All cells see the same payments, and another cut-off is missed by others")
  func commonPayments() throws {
    #expect(try sweep("cells.yaml", "--out", "out", "--no-store").code == 0)
    let rows = try folder.text("out/sweep.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let instructed = rows.filter { $0[3] == "batch" && $0[4] == "payments.instructed" }
    let everything = instructed.filter { $0[5] == "all" }
    #expect(everything.count == 6)
    #expect(Set(everything.map { $0[7...].joined(separator: ",") }).count == 1)
    let missed = rows.filter { $0[3] == "batch" && $0[4] == "missed_cut_off" && $0[5] == "all" }
    #expect(Set(missed.map { $0[7] }).count == 3, "one share for each of three cut-offs")
  }

  @Test("Any number of threads, and a second run from the store, give the same bytes")
  func sameBytes() throws {
    #expect(try sweep("cells.yaml", "--out", "1", "--threads", "1").code == 0)
    let one = try folder.text("1/sweep.csv")
    let again = try sweep("cells.yaml", "--out", "2", "--threads", "7")
    #expect(again.errors.hasPrefix("note: 18 replications were kept from an earlier run"))
    #expect(try folder.text("2/sweep.csv") == one)
    for threads in ["2", "7"] {
      #expect(
        try sweep("cells.yaml", "--out", threads, "--threads", threads, "--no-store").code == 0)
      #expect(try folder.text("\(threads)/sweep.csv") == one)
    }
  }

  @Test("More replications, and cells of another seed, find what they share in the store")
  func moreReplications() throws {
    #expect(try sweep("cells.yaml", "--out", "out", "--replications", "1").code == 0)
    let more = try sweep("cells.yaml", "--out", "out", "--replications", "2")
    #expect(more.errors.hasPrefix("note: 6 replications were kept"))
    let other = try sweep("cells.yaml", "--out", "out", "--replications", "2", "--seed", "8")
    #expect(other.errors.isEmpty)
  }

  @Test("A sweep that is killed goes on from where it was, with the bytes of one that was not")
  func killed() throws {
    #expect(try sweep("cells.yaml", "--out", "whole", "--no-store").code == 0)
    let ending = try Command.nostro(
      ["sweep", "cells.yaml", "--out", "resumed"], in: folder, stoppedBy: SIGKILL
    ) { (folder.names(in: ".nostro") ?? []).count > 3 }
    #expect(ending.code != 0)
    let again = try sweep("cells.yaml", "--out", "resumed")
    #expect(again.errors.hasPrefix("note: "), "some replications were kept")
    #expect(try folder.contents(of: "resumed") == folder.contents(of: "whole"))
  }

  @Test("--points takes other cells, --json prints them") func points() throws {
    let ending = try sweep(
      "cells.yaml", "--out", "out", "--points", "sobol:3", "--replications", "2", "--json",
      "--no-store")
    #expect(ending.code == 0 && ending.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    let root = try #require(object as? [String: Any])
    #expect(root["format"] as? Int == 2)
    #expect(root["points"] as? String == "sobol:3")
    let cells = try #require(root["cells"] as? [[String: Any]])
    // (0.5, 0.5), (0.75, 0.25) and (0.25, 0.75) over three cut-offs and two checks.
    #expect(
      cells.map { $0["values"] as? [String: String] } == [
        ["cut-off": "15:00", "check": "1h"], ["cut-off": "17:00", "check": "5s"],
        ["cut-off": "13:00", "check": "1h"],
      ])
    let rows = try folder.text("out/sweep.csv").split(separator: "\n").dropFirst()
    #expect(cells.compactMap { ($0["outcomes"] as? [Any])?.count }.reduce(0, +) == rows.count)
  }

  @Test("A value that one cell cannot have ends with 65 before any cell runs") func badCells()
    throws
  {
    let text = try folder.text("cells.yaml")
    try folder.write(
      text.replacingOccurrences(of: "13:00..17:00 step 2h", with: "[13:00, 25:00, 26:00]"),
      to: "bad.yaml")
    let ending = try sweep("bad.yaml", "--out", "out")
    #expect(ending.code == 65 && ending.output.isEmpty)
    let cells = [
      "2 (cut-off 25:00, check 5s)", "3 (cut-off 25:00, check 1h)",
      "4 (cut-off 26:00, check 5s)", "5 (cut-off 26:00, check 1h)",
    ]
    let lines = ending.errors.split(separator: "\n")
    #expect(lines.count == cells.count)
    for (line, cell) in zip(lines, cells) {
      #expect(line.hasPrefix("error: bad.yaml:"))
      #expect(line.contains(" branches.NYC.customer-cut-off: in cell \(cell): found '2"))
    }
    #expect(folder.names(in: "out") == nil)
    #expect(folder.names(in: ".nostro") == nil)
  }

  @Test("A scenario without a sweep, and points that are none, are refused") func refusals() throws
  {
    let without = try sweep("two-branches.yaml")
    #expect(without.code == 65)
    #expect(
      without.errors
        == "error: two-branches.yaml:1:1: no sweep, expected a section 'sweep' with its axes\n")
    #expect(try sweep("cells.yaml", "--points", "sobol:0").code == 64)
    let many = try sweep("cells.yaml", "--points", "sobol:7")
    #expect(many.code == 65)
    #expect(
      many.errors
        == "error: cells.yaml: sweep: 1070 Sobol points give 6 different cells, expected 7\n")
  }

  @Test("A cell that runs alone gives what the sweep gives of it") func cellAlone() throws {
    #expect(try sweep("cells.yaml", "--out", "out", "--no-store").code == 0)
    let text = try folder.text("two-branches.yaml")
      .replacingOccurrences(of: "customer-cut-off: 17:00", with: "customer-cut-off: 13:00")
    try folder.write(text, to: "alone.yaml")
    #expect(
      try Command.nostro(["compare", "alone.yaml", "--out", "alone", "--no-store"], in: folder).code
        == 0)
    let alone = try folder.text("alone/outcomes.csv").split(separator: "\n")
    let cell = try folder.text("out/sweep.csv").split(separator: "\n")
      .filter { $0.hasPrefix("0,13:00,5s,") }.map { $0.dropFirst("0,13:00,5s,".count) }
    #expect(cell.count > 10)
    for row in cell { #expect(alone.contains(row), "\(row)") }
  }
}
