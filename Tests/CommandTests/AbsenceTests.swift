import Foundation
import Synchronization
import Testing

@Suite("check does not take absence for agreement") struct AbsenceTests {
  let folder: Folder
  private static let table = "library/Fingerprints.csv"
  private static let figures = "library/Baselines/two-branches.csv"

  init() throws {
    folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("library"), withIntermediateDirectories: true)
    try folder.write(folder.text("two-branches.yaml"), to: "library/two-branches.yaml")
  }

  private func check(_ arguments: String..., settings: [String: String] = [:]) throws
    -> Command.Ending
  {
    try Command.nostro(["check", "library", "--quiet"] + arguments, in: folder, settings: settings)
  }

  private func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent(path))
  }

  private func change(_ path: String, _ change: ([Substring]) -> [Substring]) throws {
    let lines = try folder.text(path).split(separator: "\n")
    try folder.write(change(lines).map { $0 + "\n" }.joined(), to: path)
  }

  /// Replaces a field of the second row and of all after it.
  private func set(_ field: Int, _ value: Substring, in path: String) throws {
    try change(path) { lines in
      lines.prefix(1)
        + lines.dropFirst().map { line in
          var fields = line.split(separator: ",", omittingEmptySubsequences: false)
          fields[field] = value
          return fields.joined(separator: ",")[...]
        }
    }
  }

  /// A way in which the tables can say nothing of what is run.
  enum Mutation: String, CaseIterable {
    case noTable, emptyTable, noRowOfAModel, otherCount, otherSeed, otherFile, otherPlatform
    case noFigures, emptyFigures, figuresOfAnotherCount, otherModel, otherScenario

    /// What `check` says of it.
    var sentence: String {
      switch self {
      case .noTable, .emptyTable:
        "  absent fingerprints are not compared: none is committed\n"
      case .noRowOfAModel:
        "  absent fingerprints of token are not compared: none is committed\n"
      case .otherCount:
        "  absent fingerprints are not compared: committed for 4 replications, not for 3\n"
      case .otherSeed:
        "  absent fingerprints are not compared: committed as of seed 8, this is seed 7\n"
      case .otherFile: "; the scenario file has changed, what comes of it has not\n"
      case .otherPlatform: "  absent fingerprints are not compared: made on moon-6502, not on "
      case .noFigures, .emptyFigures: "  absent figures are not compared: none is committed\n"
      case .figuresOfAnotherCount:
        "  absent figures are not compared: committed for 4 replications, not for 3\n"
      case .otherModel:
        "  absent fingerprints of coin are not compared: the scenario has no such model\n"
      case .otherScenario:
        "\nnot compared: library/Fingerprints.csv: rows of 'gone', but no gone.yaml beside it\n"
      }
    }
  }

  private func apply(_ mutation: Mutation) throws {
    let (table, figures) = (AbsenceTests.table, AbsenceTests.figures)
    switch mutation {
    case .noTable: try remove(table)
    case .emptyTable: try change(table) { Array($0.prefix(1)) }
    case .noRowOfAModel: try change(table) { $0.filter { !$0.hasPrefix("two-branches,token,") } }
    case .otherCount: try set(2, "4", in: table)
    case .otherSeed: try set(3, "8", in: table)
    case .otherFile: try set(4, "0123456789abcdef", in: table)
    case .otherPlatform: try set(5, "moon-6502", in: table)
    case .noFigures: try remove(figures)
    case .emptyFigures: try change(figures) { Array($0.prefix(1)) }
    case .figuresOfAnotherCount: try set(4, "4", in: figures)
    case .otherModel:
      try change(table) { lines in
        lines + [lines[1].replacingOccurrences(of: ",batch,", with: ",coin,")[...]]
      }
    case .otherScenario:
      try change(table) { lines in
        lines + [lines[1].replacingOccurrences(of: "two-branches,", with: "gone,")[...]]
      }
    }
  }

  @Test("What the tables do not say is told; with --strict it fails", arguments: Mutation.allCases)
  func mutations(_ mutation: Mutation) throws {
    try #require(try check("--update", "--because", "the first").code == 0)
    #expect(try check("--strict").code == 0)
    try apply(mutation)
    let plain = try check()
    #expect(plain.code == 0 && plain.output.contains(mutation.sentence), "\(plain.output)")
    let strict = try check("--strict", "--junit", "junit.xml")
    #expect(strict.code == 1 && strict.output == plain.output)
    #expect(try folder.text("junit.xml").contains(" type=\"not compared\">"))
    #expect(!(try folder.text("junit.xml")).contains("<skipped"))
  }

  @Test("A scenario that lost its file is missed, its figures too") func lostScenario() throws {
    try folder.write(folder.text("two-branches.yaml"), to: "library/other.yaml")
    try #require(try check("--update", "--because", "the first").code == 0)
    try remove("library/other.yaml")
    let ending = try check("--strict")
    #expect(ending.code == 1)
    #expect(
      ending.output.hasSuffix(
        """
        not compared: library/Fingerprints.csv: rows of 'other', but no other.yaml beside it
        not compared: library/Baselines/other.csv: no other.yaml beside its folder

        """))
    let alone = ["check", "library/two-branches.yaml", "--strict", "--quiet"]
    #expect(try Command.nostro(alone, in: folder).code == 0, "only that one was asked for")
  }

  @Test("Rows of two platforms stand side by side, each updated by its own") func platforms() throws
  {
    try #require(try check("--update", "--because", "the first").code == 0)
    let own = try folder.text(AbsenceTests.table)
    try set(5, "moon-6502", in: AbsenceTests.table)
    try #require(try check("--update", "--because", "here as well").code == 0)
    #expect(try check("--strict").code == 0)
    let rows = try folder.text(AbsenceTests.table).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",") }
    #expect(rows.map { $0[1] } == ["batch", "batch", "token", "token"])
    #expect(rows.map { $0[5] == "moon-6502" }.filter { $0 }.count == 2)
    #expect(Set(rows.map { $0[9] }) == ["the first", "here as well"])
    #expect(own.split(separator: "\n").count == 3)
  }

  @Test("Four updates of one folder at once lose no row") func concurrent() throws {
    let names = ["a", "b", "c", "d"]
    for name in names {
      try folder.write(folder.text("two-branches.yaml"), to: "library/\(name).yaml")
    }
    try remove("library/two-branches.yaml")
    let codes = Mutex<[Int32]>([])
    for _ in 0..<3 {
      DispatchQueue.concurrentPerform(iterations: 4) { place in
        let arguments = [
          "check", "library/\(names[place]).yaml", "--quiet", "--update", "--because", "at once",
        ]
        let code = (try? Command.nostro(arguments, in: folder).code) ?? -1
        codes.withLock { $0.append(code) }
      }
      let rows = try folder.text(AbsenceTests.table).split(separator: "\n").dropFirst()
      #expect(rows.map { String($0.prefix(1)) } == ["a", "a", "b", "b", "c", "c", "d", "d"])
      #expect(folder.names(in: "library/Baselines") == names.map { "\($0).csv" })
      try remove(AbsenceTests.table)
    }
    #expect(codes.withLock { $0 } == [Int32](repeating: 0, count: 12))
  }

  /// Twelve expectations that fail (docs.github.com shows ten annotations of a kind a step), run from
  /// a folder below the root of the repository.
  @Test("GitHub: paths begin at the workspace, and the eleventh says how many more there are")
  func annotations() throws {
    let text = try folder.text("two-branches.yaml")
    let claims = (1...12).map { "  - batch.time_to_credit.p95 <= \($0)s\n" }.joined()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("repository/deep"), withIntermediateDirectories: true)
    try folder.write(text + "\nexpect:\n" + claims, to: "repository/deep/claims.yaml")
    let root = folder.url.appendingPathComponent("repository").path
    let ending = try Command.nostro(
      ["check", "repository/deep/claims.yaml", "--quiet", "--github"], in: folder,
      settings: ["GITHUB_WORKSPACE": root, "GITHUB_STEP_SUMMARY": ""])
    let lines = ending.output.split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(lines.count == 12)
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error file=deep/claims.yaml,line=") })
    #expect(lines[10].hasPrefix("::warning title=2 more errors::"))
    #expect(lines[11].hasPrefix("::notice file=deep/claims.yaml,title=two-branches%3A not all"))
    let elsewhere = try Command.nostro(
      ["check", "repository/deep/claims.yaml", "--quiet", "--github"], in: folder,
      settings: ["GITHUB_WORKSPACE": "/nowhere", "GITHUB_STEP_SUMMARY": ""])
    #expect(elsewhere.output.contains("::error file=repository/deep/claims.yaml,line="))
  }
}
