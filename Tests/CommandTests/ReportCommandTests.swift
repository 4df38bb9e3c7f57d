import Foundation
import Testing

@Suite("report makes the page of a folder again, or sets folders side by side")
struct ReportCommandTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try run("before", seed: 7)
  }

  private func run(_ name: String, seed: Int) throws {
    let ending = try Command.nostro(
      [
        "compare", "two-branches.yaml", "--replications", "3", "--seed", "\(seed)", "--out", name,
      ], in: folder)
    #expect(ending.code == 0)
  }

  private func report(_ arguments: String...) throws -> Command.Ending {
    try Command.nostro(["report"] + arguments, in: folder)
  }

  @Test("The page is that of the run, byte for byte, and the other files stay") func same() throws {
    let written = try folder.contents(of: "before")
    try folder.write("", to: "before/report.html")
    let ending = try report("before")
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(ending.output == "Report: before/report.html\n")
    #expect(try folder.contents(of: "before") == written)
  }

  @Test("So is the page of a sizing") func sizing() throws {
    let ending = try Command.nostro(
      ["size", "two-branches.yaml", "--replications", "20", "--fresh", "2", "--out", "sized"],
      in: folder)
    #expect(ending.code == 0)
    let page = try folder.text("sized/report.html")
    #expect(page.contains("How much must be pre-funded"))
    #expect(try report("sized", "--out", "again").code == 0)
    #expect(try folder.text("again/report.html") == page)
  }

  @Test("Two runs stand side by side, in the terminal and as a page") func beside() throws {
    try run("after", seed: 8)
    let ending = try report("before", "after", "--out", "both")
    #expect(ending.code == 0 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "report")
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try folder.text("both/report.html").contains("before beside after"))
    #expect(folder.names(in: "both") == ["manifest.json", "report.html"])
    #expect(try report("before", "--out", "both").code == 0, "its own page may be replaced")
    try folder.write("mine", to: "web/report.html")
    let refused = try report("before", "after", "--out", "web")
    #expect(refused.code == 73 && refused.output.isEmpty)
    #expect(try folder.text("web/report.html") == "mine")
  }

  @Test("A run beside itself differs in nothing") func itself() throws {
    let ending = try report("before", "before")
    #expect(ending.code == 0)
    #expect(ending.output.contains("before (2)"))
    #expect(!ending.output.contains("± 0.0 pp *"))
    #expect(ending.output.contains("share their seed"))
  }

  @Test("A folder that is not there, or has no results, is named with every file") func missing()
    throws
  {
    let ending = try report("before", "nowhere")
    #expect(ending.code == 66 && ending.output.isEmpty)
    #expect(
      ending.errors.split(separator: "\n") == [
        "error: nowhere/report.json: no such file", "error: nowhere/outcomes.csv: no such file",
        "error: nowhere/curves.csv: no such file", "error: nowhere/pools.csv: no such file",
        "error: nowhere/bcbs.csv: no such file", "error: nowhere/quantiles.csv: no such file",
        "error: nowhere/manifest.json: no such file",
      ])
  }

  /// A file of the run with one text put for another.
  private func change(_ name: String, _ old: String, _ new: String) throws {
    let text = try folder.text("before/\(name)")
    let range = try #require(text.range(of: old))
    try folder.write(text.replacingCharacters(in: range, with: new), to: "before/\(name)")
  }

  @Test("Files that somebody changed are refused with all their problems at once")
  func changed() throws {
    let page = try folder.text("before/report.html")
    try change("outcomes.csv", "batch,payments.instructed,all,count,", "batch,x,all,count,many")
    try change("outcomes.csv", "batch,payments.returned,all,count,", "batch,x,")
    try change("curves.csv", "model,seconds,share", "model,share")
    try change("pools.csv", "T07:00:00Z", "T07:30:00Z")
    try change("bcbs.csv", "net_debit", "overdraft")
    try change("report.json", "\"limits\" :", "\"limit\" :")
    let ending = try report("before")
    #expect(ending.code == 65 && ending.output.isEmpty)
    try Snapshot.expect(ending.errors, as: "report-problems")
    #expect(try folder.text("before/report.html") == page)
  }

  @Test("Another format of the parts is refused by its number") func format() throws {
    try change("report.json", "\"format\" : 2", "\"format\" : 1")
    let ending = try report("before")
    #expect(ending.code == 65)
    #expect(ending.errors.hasSuffix("error: before/report.json: expected format 2, found 1\n"))
  }

  @Test("A folder that was left between two runs is refused wherever it was left")
  func mixture() throws {
    try run("after", seed: 8)
    let names = try #require(folder.names(in: "after")).filter { $0 != "manifest.json" }
    for name in names {
      // One more file of the second run is in place, its manifest is not.
      try folder.write(folder.text("after/\(name)"), to: "before/\(name)")
      let ending = try report("before", "--out", "page")
      #expect(ending.code == 65 && ending.output.isEmpty)
      let isTold = ending.errors.contains(
        "error: before/\(name): is not what the run of manifest.json")
      // Both runs may have equal shares; the page is made of the others.
      #expect(isTold || ["shares.csv", "report.html"].contains(name))
    }
    #expect(folder.names(in: "page") == nil)
    try folder.write(folder.text("after/manifest.json"), to: "before/manifest.json")
    #expect(try report("before", "--out", "page").code == 0)
    #expect(try folder.text("page/report.html") == folder.text("after/report.html"))
  }

  @Test("A file that a spreadsheet saved again is refused by its name, also one that is not shown")
  func saved() throws {
    try folder.write(folder.text("before/journeys.csv") + "\n", to: "before/journeys.csv")
    let ending = try report("before")
    #expect(ending.code == 65)
    #expect(ending.errors.hasPrefix("error: before/journeys.csv: is not what the run of"))
    #expect(ending.errors.split(separator: "\n").count == 1)
  }

  @Test("A table that the manifest does not list is told, and no part of the page")
  func unlisted() throws {
    let page = try folder.text("before/report.html")
    try folder.write("model\n", to: "before/sizing.csv")
    try folder.write("mine", to: "before/notes.txt")
    let ending = try report("before")
    #expect(ending.code == 0)
    #expect(
      ending.errors
        == "note: before/sizing.csv is not listed in manifest.json: it is no part of the run\n")
    #expect(try folder.text("before/report.html") == page)
    let sized = try Command.nostro(
      ["size", "two-branches.yaml", "--replications", "20", "--fresh", "2", "--out", "before"],
      in: folder)
    #expect(sized.code == 73)
    #expect(try folder.text("before/sizing.csv") == "model\n")
  }

  @Test("Links out of the folder are refused, links within it are read") func links() throws {
    let files = FileManager.default
    func move(_ name: String, to other: String) throws {
      let (path, place) = (folder.url.path + "/before/\(name)", folder.url.path + "/\(other)")
      try files.moveItem(atPath: path, toPath: place)
      try files.createSymbolicLink(atPath: path, withDestinationPath: place)
    }
    try move("outcomes.csv", to: "before/kept.csv")
    #expect(try report("before").code == 0)
    try move("curves.csv", to: "outside.csv")
    let ending = try report("before")
    #expect(ending.code == 65)
    #expect(ending.errors == "error: before/curves.csv: is a link out of the folder\n")
  }

  @Test("The page of another run is not replaced") func pageOfAnother() throws {
    try run("after", seed: 8)
    let pages = try ["before", "after"].map { try folder.text("\($0)/report.html") }
    for arguments in [["before", "--out", "after"], ["before", "after", "--out", "before"]] {
      let ending = try Command.nostro(["report"] + arguments, in: folder)
      #expect(ending.code == 73 && ending.output.isEmpty)
    }
    #expect(try ["before", "after"].map { try folder.text("\($0)/report.html") } == pages)
    #expect(try report("before", "--out", "./before/").code == 0)
  }
}
