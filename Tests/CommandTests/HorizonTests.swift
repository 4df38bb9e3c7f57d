import Foundation
import Testing

/// `some-run-dry.yaml`: in 61 of 200 replications more than one payment in twenty is open at the
/// horizon, after the public report of a check that held all the same.
@Suite("A payment that never arrives is later than all others, wherever figures are printed")
struct HorizonTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let scenario = Folder.ofTests.appendingPathComponent("Scenarios/some-run-dry.yaml")
    try folder.write(String(contentsOf: scenario, encoding: .utf8), to: "dry.yaml")
  }

  private func nostro(_ arguments: String...) throws -> Command.Ending {
    try Command.nostro(arguments, in: folder)
  }

  @Test("A promise to be soon fails, and the check says how often and by how much at least")
  func check() throws {
    let ending = try nostro("check", "dry.yaml", "--quiet")
    #expect(ending.code == 1)
    try Snapshot.expect(ending.output, as: "check-beyond-horizon")
    let start = "FAILS  Correspondent banking, "
    // Nothing is instructed after Friday 15:00 in New York, 57 hours before the horizon: at least
    // (138 × 10 min + 62 × 57 h) / 200 = 17.8 h, and most wait longer than that.
    let known = "later than the horizon in 62 of 200 replications; mean at least 18.6 h"
    #expect(ending.output.contains("\(start)95th percentile: \(known), expected at most 6 h"))
    // (108 × 10 min + 92 × 57 h) / 200 = 26.3 h at least.
    #expect(
      ending.output.contains(
        "\(start)longest time: later than the horizon in 92 of 200 replications; mean at least 1.2 d"
      ))
  }

  @Test("The run says so in its first sentence, in its tables, and in a note beneath")
  func terminal() throws {
    let ending = try nostro(
      "run", "dry.yaml", "--model", "batch", "--replications", "40", "--out", "out", "--no-store",
      "--quiet")
    #expect(ending.code == 0, "\(ending.errors)")
    try Snapshot.expect(ending.output, as: "run-beyond-horizon")
    let lines = ending.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    let tail = try #require(lines.first { $0.hasPrefix("95th percentile") })
    #expect(tail.contains("– (") && !tail.contains("±"))
    #expect(ending.output.contains("median over the replications"))
  }

  @Test("No file and no page has a mean of the replications in which all arrived")
  func survivors() throws {
    let run = try nostro(
      "run", "dry.yaml", "--model", "batch", "--replications", "40", "--out", "out", "--no-store",
      "--quiet")
    #expect(run.code == 0, "\(run.errors)")
    let table = try folder.text("out/outcomes.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let columns = try #require(table.first)
    func place(_ name: String) throws -> Int { try #require(columns.firstIndex(of: name)) }
    let (censored, mean, bound) = (
      try place("censored"), try place("mean"), try place("at_least")
    )
    let beyond = table.dropFirst().filter { $0[censored] != "0" }
    #expect(beyond.contains { $0[1] == "time_to_credit.p95" && $0[2] == "all" })
    for row in beyond {
      #expect(Array(row[mean..<mean + 3]) == ["", "", ""], "\(row)")
      #expect(!row[bound].isEmpty, "\(row)")
    }
    let page = try folder.text("out/report.html")
    for row in page.components(separatedBy: "<tr>") where row.contains(">95th percentile<") {
      #expect(!row.contains("±"), "\(row)")
    }
  }

  /// By how the quantiles are made: each of a larger share is no smaller, replication by replication.
  @Test("Of every scope the quantiles that are printed rise with their share") func order() throws {
    #expect(
      try nostro(
        "compare", "two-branches.yaml", "--replications", "7", "--out", "out", "--no-store",
        "--quiet"
      ).code == 0)
    var known: [String: [Double]] = [:]
    let metrics = ["p50", "p90", "p95", "p99", "max"].map { "time_to_credit.\($0)" }
    for line in try folder.text("out/outcomes.csv").split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard metrics.contains(fields[1]), !fields[0].contains(" minus "),
        let mean = Double(fields[4])
      else { continue }
      known["\(fields[0]) \(fields[2])", default: []].append(mean)
    }
    #expect(known.count > 4)
    for (scope, means) in known { #expect(means == means.sorted(), "\(scope)") }
  }
}

@Suite("More liquidity never makes the shown quantile of a sweep later")
struct HorizonSweepTests {
  @Test("Cells that lie beyond the horizon have no figure, and the others fall with the money")
  func sweep() throws {
    let folder = try Folder()
    let scenario = Folder.ofTests.appendingPathComponent("Scenarios/some-run-dry.yaml")
    let text =
      try String(contentsOf: scenario, encoding: .utf8) + """
        sweep:
          axes:
            money: {path: "pools[0].opening-balance", values: [1M, 2M, 3M, 5M, 9M]}
          metrics: [time_to_credit.p90, time_to_credit.p95, time_to_credit.restricted_mean]

        """
    try folder.write(
      text.replacingOccurrences(of: "replications: 200", with: "replications: 20"), to: "dry.yaml")
    let ending = try Command.nostro(
      ["sweep", "dry.yaml", "--out", "out", "--no-store", "--quiet"], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    try Snapshot.expect(ending.output, as: "sweep-beyond-horizon")
    for metric in ["time_to_credit.p90", "time_to_credit.restricted_mean"] {
      let rows = try folder.text("out/sweep.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }.filter { $0[2] == "batch" && $0[3] == metric && $0[4] == "all" }
      #expect(rows.count == 5)
      // A figure that is not known is later than one that is.
      let means = rows.map { Double($0[6]) ?? .infinity }
      #expect(means == means.sorted(by: >), "\(metric): \(means)")
    }
  }
}
