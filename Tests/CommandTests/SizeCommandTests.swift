import Foundation
import Testing

@Suite("size works out pre-funding, tries it and says what came of it")
struct SizeCommandTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let scenarios = Folder.ofPackage.appendingPathComponent("Scenarios")
    for name in ["pooling-independent", "pooling-heavy-tails"] {
      let text = try String(
        contentsOf: scenarios.appendingPathComponent("\(name).yaml"), encoding: .utf8)
      try folder.write(text, to: "\(name).yaml")
    }
  }

  private func size(_ name: String, _ options: [String]) throws -> Command.Ending {
    try Command.nostro(["size", "\(name).yaml", "--out", "out"] + options, in: folder)
  }

  /// What the pools need together, acting as one, over what they need one by one, at 95 %.
  private func pooled(_ name: String) throws -> Double {
    let ending = try size(name, ["--replications", "120", "--fresh", "120"])
    #expect(ending.code == 0 && ending.errors.isEmpty)
    let rows = try folder.text("out/sizing.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0[4] == "0.95" }
    let alone = rows.filter { $0[3] == "none" && $0[2] != "all" }.compactMap { Double($0[5]) }
    let token = rows.filter { $0[3] == "token" && $0[2] == "all" }.compactMap { Double($0[5]) }
    #expect(alone.count == 9 && token.count == 1)
    return token[0] / alone.reduce(0, +)
  }

  @Test("Nine independent pools need a third of what they need one by one")
  func pooling() throws {
    // 1/√9; the quantile of 120 is known to a tenth. With heavy tails so few say little: it depends
    // on a few payments; what 4,000 show stands in the scenario.
    #expect(abs(try pooled("pooling-independent") - 1.0 / 3) < 0.07)
  }

  @Test("It writes its files whole and tries the user's own allocation")
  func files() throws {
    let rows = ["B1,EUR,2M", "B2,EUR,1.5M"] + (3...9).map { "B\($0),EUR,0" }
    // A spreadsheet puts a byte order mark before its tables.
    try folder.write(
      "\u{FEFF}branch,currency,amount\n" + rows.joined(separator: "\n"), to: "own.csv")
    let options = ["--replications", "20", "--fresh", "5", "--given", "own.csv"]
    let ending = try size("pooling-independent", options)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    let names = [
      "bcbs.csv", "curves.csv", "manifest.json", "outcomes.csv", "pools.csv", "quantiles.csv",
      "report.html", "report.json", "service-levels.csv", "shares.csv", "sizing.csv",
    ]
    #expect(folder.names(in: "out") == names)
    #expect(ending.output.contains("3.50M"))
    let one = try folder.contents(of: "out")
    #expect(try size("pooling-independent", options + ["--threads", "7"]).code == 0)
    #expect(try folder.contents(of: "out") == one)
    // A run in its folder takes the place of the sizing, and says so.
    let run = try Command.nostro(
      ["run", "pooling-independent.yaml", "--replications", "1", "--no-store", "--out", "out"],
      in: folder)
    #expect(run.code == 0)
    #expect(
      run.errors.contains(
        "out: removed service-levels.csv, sizing.csv, which an earlier run or sizing wrote there and "
          + "this one does not write\n"))
    #expect(folder.names(in: "out")?.contains("sizing.csv") == false)
  }

  @Test("An allocation that cannot be meant is refused with every line")
  func refused() throws {
    try folder.write("branch,currency,amount\nB1,USD,2M\nX,EUR,1\nB1,EUR,-5\n", to: "own.csv")
    let ending = try size("pooling-independent", ["--given", "own.csv"])
    #expect(ending.code == 65 && ending.output.isEmpty)
    for line in ["own.csv:3", "own.csv:4"] { #expect(ending.errors.contains(line)) }
    try folder.write("branch,currency,amount\nB1,EUR,2M\n", to: "own.csv")
    let missing = try size("pooling-independent", ["--given", "own.csv"])
    #expect(missing.code == 65 && missing.errors.contains("own.csv: no row for B2,EUR, expected"))
    #expect(folder.names(in: "out") == nil)
  }

  /// What was laid out at 95 % is tried on the replications that it was tried on before: it does what
  /// it did.
  @Test("A sizing is given as it was written, at one of its levels")
  func ownSizing() throws {
    let options = ["--replications", "40", "--fresh", "20"]
    #expect(try size("pooling-independent", options).code == 0)
    let sized = try #require(try folder.contents(of: "out")["sizing.csv"])
    try folder.write(String(decoding: sized, as: UTF8.self), to: "sized.csv")
    let levels = ["--given", "sized.csv"]
    let several = try size("pooling-independent", options + levels)
    #expect(several.code == 65 && several.errors.contains("choose it by --service-level"))
    let unknown = try size("pooling-independent", options + levels + ["--service-level", "90"])
    #expect(unknown.code == 65 && unknown.errors.contains("no row of service level 0.9, expected"))
    let chosen = levels + ["--service-level", "95"]
    let ending = try size("pooling-independent", options + chosen)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    // `EUR token 3.5M 95 % 95.0 % …` of what was promised, `EUR 3.5M 95.0 % 95.0 % …` of what is given.
    let rows = ending.output.split(separator: "\n").filter { $0.hasPrefix("EUR ") }
      .map { $0.split(separator: " ") }
    let promised = rows.filter { ["none", "policy", "token"].contains($0[1]) }
    let given = rows.filter { $0[1].contains { $0.isNumber } }
    #expect(given.count == 1 && promised.count == 1)
    for own in given {
      #expect(promised.contains { $0[2] == own[1] && $0[5] == own[4] }, "\(own) of \(promised)")
    }
    let word = try size("pooling-independent", options + chosen + ["--arrangement", "bound"])
    #expect(word.code == 64 && word.errors.contains("takes none, policy or token"))
  }
}
