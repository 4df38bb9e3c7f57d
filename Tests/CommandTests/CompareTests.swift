import Foundation
import Testing

@Suite("compare writes the same whole files for any number of threads") struct CompareTests {
  let folder: Folder
  private let files = [
    "bcbs.csv", "curves.csv", "journeys.csv", "manifest.json", "outcomes.csv", "pools.csv",
    "quantiles.csv", "report.html", "report.json", "shares.csv",
  ]

  init() throws { folder = try Folder() }

  private func compare(_ options: String..., settings: [String: String] = [:]) throws
    -> Command.Ending
  {
    let arguments = ["compare", "two-branches.yaml", "--replications", "2"]
    return try Command.nostro(arguments + options, in: folder, settings: settings)
  }

  @Test("The table goes to the standard output, nothing to the standard error")
  func table() throws {
    let ending = try compare("--out", "out")
    #expect(ending.code == 0)
    #expect(ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "compare")
  }

  @Test("All files are written, with the columns of their kind, and nothing else")
  func filesAndColumns() throws {
    #expect(try compare("--out", "out").code == 0)
    #expect(folder.names(in: "out") == files)
    #expect(folder.names(in: ".") == [".nostro", "out", "two-branches.yaml"])
    for (file, columns) in [
      (
        "outcomes.csv",
        "model,metric,scope,unit,mean,low95,high95,replications,censored,at_least"
      ),
      ("journeys.csv", "model,replication,payment,segment,cause,from_utc,to_utc"),
      ("pools.csv", "model,branch,currency,at_utc,balance_minor,balance"),
    ] {
      let lines = try folder.text("out/\(file)").split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first.map(String.init) == columns)
      #expect(lines.count > 2, "\(file) has rows")
      #expect(lines.last == "", "\(file) ends with a line break")
    }
    #expect(try folder.text("out/report.html").hasSuffix("</html>\n"))
  }

  @Test("Without --out, results lie in Reports under the scenario's name") func usualFolder() throws
  {
    let ending = try compare()
    #expect(ending.output.hasSuffix("\nReport: Reports/two-branches/report.html\n"))
    #expect(folder.names(in: "Reports/two-branches") == files)
  }

  @Test("--journeys none leaves no journeys.csv, not even an old one") func noJourneys() throws {
    #expect(try compare("--out", "out").code == 0)
    #expect(try compare("--out", "out", "--journeys", "none").code == 0)
    #expect(folder.names(in: "out") == files.filter { $0 != "journeys.csv" })
  }

  @Test("--journeys all writes every payment of every replication, none leaves figures alone")
  func allJourneys() throws {
    #expect(try compare("--out", "all", "--journeys", "all").code == 0)
    #expect(try compare("--out", "none", "--journeys", "none").code == 0)
    let outcomes = try folder.text("all/outcomes.csv")
    #expect(try folder.text("none/outcomes.csv") == outcomes)
    let instructed = try #require(
      outcomes.split(separator: "\n").first { $0.hasPrefix("batch,payments.instructed,all,") })
    let mean = try #require(Double(instructed.split(separator: ",")[4]))
    let journeys = try folder.text("all/journeys.csv").split(separator: "\n").dropFirst()
    let payments = Set(
      journeys.filter { $0.hasPrefix("batch,") }.map { $0.split(separator: ",")[1...2] })
    #expect(Double(payments.count) == 2 * mean)
  }

  @Test("--json prints JSON and no table, and still writes the files") func json() throws {
    let ending = try compare("--out", "out", "--json")
    #expect(ending.code == 0)
    #expect(ending.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    let root = try #require(object as? [String: Any])
    let outcomes = try #require(root["outcomes"] as? [[String: Any]])
    let rows = try folder.text("out/outcomes.csv").split(separator: "\n").dropFirst()
    #expect(outcomes.count == rows.count)
    #expect(folder.names(in: "out") == files)
    let manifest = try JSONSerialization.jsonObject(
      with: Data(folder.text("out/manifest.json").utf8))
    #expect(
      NSDictionary(dictionary: try #require(root["manifest"] as? [String: Any]))
        .isEqual(to: try #require(manifest as? [String: Any])))
  }

  @Test("Any number of threads, any zone and language of the machine give the same bytes")
  func sameBytes() throws {
    #expect(try compare("--out", "one", "--threads", "1", "--journeys", "all").code == 0)
    let one = try folder.contents(of: "one")
    #expect(one.keys.sorted() == files)
    for threads in ["1", "2", "7"] {
      #expect(
        try compare(
          "--out", "out", "--threads", threads, "--journeys", "all", "--replications", "2"
        )
        .code == 0)
      #expect(try folder.contents(of: "out") == one, "\(threads) threads")
    }
    let elsewhere = ["TZ": "Asia/Kathmandu", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"]
    #expect(try compare("--out", "far", "--journeys", "all", settings: elsewhere).code == 0)
    #expect(try folder.contents(of: "far") == one)
  }

  @Test("More replications than threads are added in order: seven threads, nine replications")
  func manyReplications() throws {
    let arguments = ["compare", "two-branches.yaml", "--replications", "9", "--journeys", "all"]
    for threads in ["1", "2", "7"] {
      let options = ["--threads", threads, "--out", threads]
      #expect(try Command.nostro(arguments + options, in: folder).code == 0)
    }
    let one = try folder.contents(of: "1")
    #expect(try folder.contents(of: "2") == one)
    #expect(try folder.contents(of: "7") == one)
  }

  @Test("Another seed gives other payments and other bytes, the scenario's own the same")
  func seeds() throws {
    #expect(try compare("--out", "own").code == 0)
    #expect(try compare("--out", "given", "--seed", "7").code == 0)
    #expect(try compare("--out", "other", "--seed", "8").code == 0)
    let own = try folder.contents(of: "own")
    #expect(try folder.contents(of: "given") == own)
    let other = try folder.contents(of: "other")
    for file in files where file != "shares.csv" {
      #expect(other[file] != own[file], "\(file)")
    }
  }

  @Test("run of one model gives the rows that compare gives for it") func oneModel() throws {
    #expect(try compare("--out", "both").code == 0)
    let arguments = ["run", "two-branches.yaml", "--model", "token", "--replications", "2"]
    #expect(try Command.nostro(arguments + ["--out", "one"], in: folder).code == 0)
    let both = try folder.text("both/outcomes.csv").split(separator: "\n")
    let one = try folder.text("one/outcomes.csv").split(separator: "\n")
    #expect(one.dropFirst() == both.filter { $0.hasPrefix("token,") }[...])
  }

  @Test("Hidden files of others beside the results stay, those of a killed run go")
  func hiddenFiles() throws {
    let others = [".bashrc.20240131", ".nfs0000.12", ".outcomes.csv.999999"]
    let orphan = ".nostro-0123456789abcdef0123456789abcdef.partial"
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("out"), withIntermediateDirectories: true)
    for name in others + [orphan] { try folder.write("", to: "out/\(name)") }
    #expect(try compare("--out", "out").code == 0)
    #expect(folder.names(in: "out") == others + files)
  }

  @Test("Two runs at once into one folder and one store both end well and leave the files of one")
  func atOnce() async throws {
    let folder = folder
    let arguments = ["compare", "two-branches.yaml", "--replications", "30", "--out", "out"]
    await withTaskGroup(of: Void.self) { group in
      for options in [["--seed", "7"], ["--seed", "7"], ["--seed", "8"]] {
        group.addTask {
          #expect(throws: Never.self) {
            let ending = try Command.nostro(arguments + options, in: folder)
            #expect(ending.code == 0, Comment(rawValue: ending.errors))
          }
        }
      }
    }
    #expect(folder.names(in: "out") == files)
    #expect(try Command.nostro(["report", "out"], in: folder).code == 0)
    let last = try folder.contents(of: "out")
    let manifest = try #require(last["manifest.json"].map { String(decoding: $0, as: UTF8.self) })
    let seed = manifest.contains("\"seed\": 7,") ? "7" : "8"
    let alone = ["--seed", seed, "--replications", "30", "--out", "alone", "--no-store"]
    #expect(try Command.nostro(arguments.prefix(2) + alone, in: folder).code == 0)
    #expect(try folder.contents(of: "alone") == last)
  }

  @Test(
    "A run that is stopped ends with 128 and the signal, and leaves the old files alone",
    arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func stopped(signal: Int32, code: Int32) throws {
    #expect(try compare("--out", "out").code == 0)
    let before = try folder.contents(of: "out")
    let arguments = ["compare", "two-branches.yaml", "--replications", "1000000", "--out", "out"]
    let ending = try Command.nostro(arguments, in: folder, stoppedBy: signal) {
      folder.names(in: "out") != files
    }
    #expect(ending.code == code)
    #expect(ending.output.isEmpty)
    #expect(try folder.contents(of: "out") == before)
  }
}
