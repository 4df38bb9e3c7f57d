import MeasureLiterals
import Measures
import Outcomes
import Testing
import Vocabulary

@testable import Reporting

@Suite("Committed tables are read as strictly as scenarios") struct CommittedFilesTests {
  private let prints = [
    Fingerprint(
      scenario: "week", model: "token", replications: 5, seed: 18_446_744_073_709_551_615,
      scenarioDigest: "0123456789abcdef", platform: "linux-x86_64", events: "aaaaaaaaaaaaaaaa",
      books: "bbbbbbbbbbbbbbbb", outcomes: "cccccccccccccccc",
      because: "CHIPS closes at 18:00, \"since\" 2021"),
    Fingerprint(
      scenario: "day", model: "batch", replications: 100, seed: 0,
      scenarioDigest: "0000000000000000", platform: "linux-x86_64", events: "0000000000000001",
      books: "0000000000000002", outcomes: "0000000000000003", because: ""),
  ]

  private func figure(_ mean: Double, _ interval: ClosedRange<Double>?) -> BaselineFigure {
    BaselineFigure(
      replications: 5,
      row: OutcomeRow(
        model: "batch", metric: "late", scope: "all", unit: "share",
        estimate: Estimate(mean: mean, interval: interval, replications: 5)))
  }

  @Test("Fingerprints are written by scenario and read back") func fingerprints() throws {
    let text = FingerprintsCSV.text(prints)
    #expect(
      text == """
        scenario,model,replications,seed,scenario_digest,platform,events,books,outcomes,because
        day,batch,100,0,0000000000000000,linux-x86_64,0000000000000001,0000000000000002,0000000000000003,
        week,token,5,18446744073709551615,0123456789abcdef,linux-x86_64,aaaaaaaaaaaaaaaa,bbbbbbbbbbbbbbbb,cccccccccccccccc,"CHIPS closes at 18:00, ""since"" 2021"

        """)
    #expect(try FingerprintsCSV.read(text) == prints.reversed())
    #expect(FingerprintsCSV.text(try FingerprintsCSV.read(text)) == text)
  }

  @Test("A reason that a spreadsheet would run is defused once and for all") func formula() throws {
    var print = prints[0]
    print.because = "=cmd|' /C calc'!A0"
    let text = FingerprintsCSV.text([print])
    #expect(text.contains(",'=cmd"))
    #expect(FingerprintsCSV.text(try FingerprintsCSV.read(text)) == text)
  }

  @Test("Means are written to the last digit, bounds with four digits of their width")
  func figures() throws {
    let text = BaselineCSV.text([figure(1.0 / 3, 0.333_211_119...0.333_452_345), figure(2, nil)])
    #expect(
      text.split(separator: "\n").dropFirst() == [
        "batch,late,all,share,5,0.3333333333333333,0.3332111,0.3334523,0,",
        "batch,late,all,share,5,2,,,0,",
      ])
    // The second is another row of the first.
    #expect(
      throws: TableProblems(messages: [
        "line 3: a second row of batch, late, all, 5 replications, the first in line 2"
      ])
    ) {
      try BaselineCSV.read(text)
    }
    let one = BaselineCSV.text([figure(1.0 / 3, 0.25...0.5)])
    #expect(try BaselineCSV.read(one) == [figure(1.0 / 3, 0.25...0.5)])
  }

  @Test("A figure beyond the horizon is written without a mean, and an older file has none")
  func beyondHorizon() throws {
    var beyond = figure(1, nil)
    beyond.row.estimate = Estimate(censored: 2, replications: 3, atLeast: 7.5)
    let text = BaselineCSV.text([beyond])
    #expect(text.hasSuffix("\nbatch,late,all,share,5,,,,2,7.5\n"))
    #expect(try BaselineCSV.read(text) == [beyond])
    let older =
      "model,metric,scope,unit,replications,mean,low95,high95\nbatch,late,all,share,5,2,,\n"
    #expect(try BaselineCSV.read(older) == [figure(2, nil)])
    #expect(
      throws: TableProblems(messages: [
        "line 2: mean: found '1', expected nothing where it is censored"
      ])
    ) { try BaselineCSV.read(text.replacing(",5,,,,2", with: ",5,1,,,2")) }
  }

  @Test("All problems of a table are told at once, each with its line") func problems() {
    let rows = """
      scenario,model,replications,seed,scenario_digest,platform,events,books,outcomes,because
      week,batch,0,-1,xyz,linux,0000000000000001,0000000000000002,000000000000000G,x
      ,batch,5,7,0000000000000000,,0000000000000001,0000000000000002,0000000000000003,x
      week,batch,5
      week,batch,5,7,0000000000000000,linux,0000000000000001,0000000000000002,0000000000000003,x
      week,batch,5,7,0000000000000000,linux,0000000000000001,0000000000000002,0000000000000003,y
      """
    #expect(
      throws: TableProblems(messages: [
        "line 4: found 3 fields, expected 10",
        "line 2: replications: found '0', expected a whole number from 1 to 1000000",
        "line 2: seed: found '-1', expected a whole number below 2⁶⁴",
        "line 2: scenario_digest: found 'xyz', expected 16 digits of 0-9 and a-f",
        "line 2: outcomes: found '000000000000000G', expected 16 digits of 0-9 and a-f",
        "line 3: scenario: found '', expected a name",
        "line 3: platform: found '', expected a name",
        "line 6: a second row of week, batch, 5 replications, linux, the first in line 5",
      ])
    ) { try FingerprintsCSV.read(rows) }
  }

  @Test(
    "What is no number is none",
    arguments: ["", "x", "nan", "inf", "1e5", "0x10", "--1", "1.2.3", "１", "1 ", "+1"])
  func numbers(text: String) {
    let rows = "model,metric,scope,unit,replications,mean,low95,high95\nb,late,all,s,5,\(text),,\n"
    #expect(
      throws: TableProblems(messages: ["line 2: mean: found '\(text)', expected a decimal number"])
    ) { try BaselineCSV.read(rows) }
  }

  @Test("An interval has two bounds in their order or none") func intervals() {
    func read(_ low: String, _ high: String) throws -> [BaselineFigure] {
      try BaselineCSV.read(
        "model,metric,scope,unit,replications,mean,low95,high95\nb,late,all,s,5,1,\(low),\(high)\n")
    }
    #expect(throws: Never.self) { try read("", "") }
    #expect(throws: Never.self) { try read("-1", "2") }
    #expect(throws: TableProblems.self) { try read("", "2") }
    #expect(
      throws: TableProblems(messages: ["line 2: high95: found '1', expected no less than low95"])
    ) { try read("2", "1") }
  }

  @Test("Other columns, no table and nothing at all are refused") func shapes() {
    #expect(
      throws: TableProblems(messages: [
        "line 1: found the columns 'a,b', expected "
          + "'model,metric,scope,unit,replications,mean,low95,high95,censored,at_least'"
      ])
    ) { try BaselineCSV.read("a,b\n") }
    #expect(throws: TableProblems.self) { try BaselineCSV.read("") }
    #expect(throws: TableProblems(messages: ["line 2: the quote is not closed"])) {
      try BaselineCSV.read("model,metric,scope,unit,replications,mean,low95,high95\n\"")
    }
  }

  @Test("Hostile names are shown without their power, long ones cut, many problems counted")
  func hostile() throws {
    let columns = FingerprintsCSV.columns.joined(separator: ",")
    let row = "\u{1B}[31mred,b,\u{202E}9,7,0,l,0,0,0,x\n"
    let error = #expect(throws: TableProblems.self) {
      try FingerprintsCSV.read(columns + "\n" + row)
    }
    #expect(try #require(error).messages.first?.contains("found '\u{FFFD}9'") == true)
    let many = String(repeating: "x\n", count: 100)
    let told = #expect(throws: TableProblems.self) {
      try FingerprintsCSV.read(columns + "\n" + many)
    }
    #expect(try #require(told).messages.count == 21)
    #expect(try #require(told).messages.last == "80 more problems of this kind")
    let long = String(repeating: "x", count: 1_001) + ",b,5,7,0,l,0,0,0,x\n"
    #expect(throws: TableProblems(messages: ["line 2: scenario: longer than 1000 bytes"])) {
      try FingerprintsCSV.read(columns + "\n" + long)
    }
  }
}
