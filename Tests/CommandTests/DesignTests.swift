import Foundation
import Testing

@Suite("Experiments with a design of their own") struct DesignTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// The scenario of the tests with keys of its own in the experiment, and four weeks of flows.
  private func write(_ design: String, as name: String) throws {
    let text = try folder.text("two-branches.yaml")
    let start = try #require(text.range(of: "  rent:"))
    let end = try #require(text.range(of: "models:\n"))
    let flows = String(text[..<start.lowerBound] + "\n" + text[end.lowerBound...])
    try folder.write(
      flows.replacing("replications: 3", with: design)
        .replacing("until: 2026-03-07 00:00", with: "until: 2026-04-02 01:00"), to: name)
  }

  private func run(_ name: String, _ options: String...) throws -> Command.Ending {
    try Command.nostro(["run", name, "--out", "out", "--quiet"] + options, in: folder)
  }

  @Test("Batches give the figures of one long run an interval, in batches.csv too")
  func batches() throws {
    try write("replications: 1\n  batches: 4", as: "long.yaml")
    let ending = try run("long.yaml")
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(ending.output.contains("from 4 batches of the run (Student t)"))
    let rows = try folder.text("out/batches.csv").split(separator: "\n")
    #expect(rows[0] == "model,metric,scope,unit,value,low95,high95,batches,lag1,note")
    let count = try #require(rows.first { $0.hasPrefix("batch,payments.instructed,all,count,") })
      .split(separator: ",", omittingEmptySubsequences: false)
    let outcome = try #require(
      try folder.text("out/outcomes.csv").split(separator: "\n")
        .first { $0.hasPrefix("batch,payments.instructed,all,count,") }
    ).split(separator: ",", omittingEmptySubsequences: false)
    #expect(count[4...6] == outcome[4...6] && !outcome[5].isEmpty && count[7] == "4")
    #expect(try run("long.yaml", "--replications", "2").code == 65)
  }

  @Test(
    "Antithetic pairs and a control say what they leave of the variance",
    arguments: [
      ("replications: 6\n  variates: antithetic", "antithetic", "Antithetic pairs"),
      ("replications: 6\n  control: payments.instructed", "control", "The control"),
    ])
  func variance(design: String, technique: String, sentence: String) throws {
    try write(design, as: "design.yaml")
    let ending = try run("design.yaml")
    #expect(ending.code == 0 && ending.output.contains(sentence), "\(ending.errors)")
    let rows = try folder.text("out/variance.csv").split(separator: "\n").dropFirst()
    #expect(rows.count > 20)
    #expect(rows.allSatisfy { $0.split(separator: ",").contains(Substring(technique)) })
    #expect(try run("two-branches.yaml").code == 0)
    #expect(folder.names(in: "out")?.contains("variance.csv") == false, "no old one is left")
  }

  @Test("An odd number of antithetic replications is refused, on the command line too")
  func odd() throws {
    try write("replications: 6\n  variates: antithetic", as: "pairs.yaml")
    let ending = try run("pairs.yaml", "--replications", "5")
    #expect(ending.code == 65)
    #expect(
      ending.errors == "error: two-branches: replications: found 5, expected an even number: "
        + "antithetic replications come in pairs\n")
    let check = try Command.nostro(["check", "pairs.yaml", "--quick", "--quiet"], in: folder)
    #expect(check.code == 0, "five are four: \(check.errors)")
  }

  @Test("Quantiles say how many values an interval needs, shares have that of Clopper and Pearson")
  func quantiles() throws {
    #expect(try run("two-branches.yaml", "--replications", "8").code == 0)
    let rows = try folder.text("out/quantiles.csv").split(separator: "\n")
    let median = try #require(rows.first { $0.hasPrefix("batch,time_to_credit.mean,all,s,0.5,") })
    #expect(median.hasSuffix(",8,0,,6,"))
    let high = try #require(rows.first { $0.hasPrefix("batch,time_to_credit.mean,all,s,0.95,") })
    #expect(
      high.hasSuffix(",,,8,0,,72,a 95 % interval of the 95th percentile needs 72 values: found 8"))
    // Eight of eight: 0.025 to the power of 1/8 = 0.630,6.
    let shares = try folder.text("out/shares.csv")
    #expect(shares.contains("token,all payments credited,all,1,0.6305"))
  }
}

@Suite("nostro warm-up") struct WarmUpCommandTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func warmUp(_ options: String...) throws -> Command.Ending {
    try Command.nostro(["warm-up", "two-branches.yaml", "--quiet"] + options, in: folder)
  }

  @Test("The series, the cut and the figure go to the standard output") func table() throws {
    let ending = try warmUp("--stretch", "2h", "--out", "series.csv")
    #expect(ending.code == 0 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "warm-up")
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let rows = try folder.text("series.csv").split(separator: "\n")
    #expect(rows.count == 1 + 24, "two days of two hours each")
    #expect(rows[1].hasPrefix("batch,time_to_credit.mean,s,2026-03-05T05:00:00Z,"))
  }

  @Test("What is no metric of payments, or no whole hour, is refused with the known ones")
  func refused() throws {
    let pool = try warmUp("--metric", "pool.peak_use")
    #expect(pool.code == 65 && pool.errors.contains("'pool.peak_use' is not one of payments"))
    let misspelt = try warmUp("--metric", "time_to_credit.meen")
    #expect(misspelt.errors.contains("did you mean 'time_to_credit.mean'?"))
    #expect(try warmUp("--stretch", "90min").code == 65)
  }
}
