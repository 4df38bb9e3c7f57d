import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct HostileTextTests {
  /// Whatever is done to the bytes of a scenario, reading it ends with a scenario or with problems.
  @Test func everyMutationIsReadOrRefused() throws {
    let bytes = Array(
      try String(contentsOfFile: Repository.file("Scenarios/five-branches.yaml"), encoding: .utf8)
        .utf8)
    let splices = [
      "[", "]", "{", "}", "'", "\"", ": ", "- ", "&a ", "*a", "\n", "|\n", "#", "?", "-5",
    ]
    var word: UInt64 = 20_260_306
    func next(_ bound: Int) -> Int {
      word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(word >> 33) % bound
    }
    var (read, refused) = (0, 0)
    for _ in 0..<60 {
      var mutated = bytes
      for _ in 0...next(3) {
        mutated.insert(contentsOf: splices[next(splices.count)].utf8, at: next(mutated.count))
      }
      do {
        _ = try ScenarioFile.read(
          text: String(decoding: mutated, as: UTF8.self), named: "x", folder: "")
        read += 1
      } catch {
        refused += 1
        #expect("\(error)".contains("x:"))
      }
    }
    #expect(read + refused == 60)
    #expect(refused > 30)
  }

  @Test(.enabled(if: !Effort.isQuick))
  func aFileOfFourMegabytesIsReadAndOneByteMoreIsNot() throws {
    let comment = String(
      repeating: "#", count: ScenarioFile.byteLimit - SmallScenario().text.utf8.count)
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("week.yaml").path
      try (SmallScenario().text + comment).write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try ScenarioFile.read(at: path).name == "week")
      try (SmallScenario().text + comment + "#").write(
        toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: ScenarioErrors.self) { try ScenarioFile.read(at: path) }
    }
  }

  @Test func aMissingFileIsAnErrorOfItsOwn() {
    do {
      _ = try ScenarioFile.read(at: "nowhere.yaml")
      Issue.record("there is no such file")
    } catch {
      #expect(error == .notFound(path: "nowhere.yaml", reason: "no such file"))
      #expect("\(error)" == "nowhere.yaml: no such file")
    }
  }

  @Test func namesHaveAtMostAHundredCharacters() {
    let long = String(repeating: "x", count: 100)
    #expect(SmallScenario().with("Big bank", long).problems == [])
    #expect(SmallScenario().with("Big bank", long + "x").problems.count == 1)
    #expect(SmallScenario().with("batch", "\"a\\u202Eb\"").problems.count == 1)
  }

  @Test func moreThanAHundredProblemsAreCounted() {
    let keys = (0..<130).map { "x\($0): 1\n" }.joined()
    var small = SmallScenario()
    small.text += keys
    #expect(small.problems.count == 101)
    #expect(small.problems.last?.hasSuffix("and 30 more, not shown") == true)
  }

  @Test func aTitleMayHoldWhatReportsEscape() throws {
    let small = SmallScenario().with("scenario: week", "scenario: week\ntitle: <b>& \"x\"</b>")
    #expect(try small.read().title == "<b>& \"x\"</b>")
  }

  @Test func aScenarioHasAtMostAHundredModels() {
    var small = SmallScenario()
    small.text += (0..<100).map { "  m\($0): {rail: tokenized-deposit}\n" }.joined()
    #expect(small.problems.contains { $0.contains("expected at most 100") })
  }

  @Test func paymentsAreInstructedForTenYearsAtMost() {
    let small = SmallScenario().with("until: 2026-03-07T05:00:00Z", "until: 2036-03-07T05:00:00Z")
    #expect(
      small.problems.contains { $0.contains("expected at most ten years after 'from'") },
      "\(small.problems)")
  }

  @Test func listsOfBranchesDoNotExpandPastTheLimit() {
    var small = SmallScenario()
    let names = (0..<60).map {
      "  B\($0): {zone: UTC, calendar: USFED, opens: 09:00, closes: 17:00}\n"
    }
    small.text = small.text.replacingOccurrences(of: "pools:\n", with: names.joined() + "pools:\n")
      .replacingOccurrences(of: "{from: NYC, to: LDN,", with: "{from: any, to: any,")
    #expect(small.problems == ["week.yaml:75:3: flows.suppliers: more than 2000 flows"])
  }
}
