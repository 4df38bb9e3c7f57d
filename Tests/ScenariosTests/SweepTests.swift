import Calendars
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct SweepTests {
  /// The small scenario with a section `sweep`.
  private func small(_ sweep: String, cutOff: String = "16:00") -> SmallScenario {
    var scenario = SmallScenario().with(
      "closes: 17:00}\n  LDN", "closes: 17:00, customer-cut-off: \(cutOff)}\n  LDN")
    scenario.text += "sweep:\n  axes:\n" + sweep
    return scenario
  }

  private func swept(_ scenario: SmallScenario) throws(ScenarioErrors) -> SweptScenario {
    try SweptScenario.read(text: scenario.text, named: "week.yaml", folder: "")
  }

  private let twoAxes = """
        cut-off: {path: branches.NYC.customer-cut-off, values: 15:00..17:00 step 1h}
        opens: {path: [branches.NYC.opens, branches.LDN.opens], values: [08:00, 09:00]}

    """

  @Test func theLastAxisRunsFastest() throws {
    let cells = try swept(small(twoAxes)).sweep.cells()
    #expect(cells.map(\.number) == [0, 1, 2, 3, 4, 5])
    #expect(
      cells.map(\.values) == [
        ["15:00", "08:00"], ["15:00", "09:00"], ["16:00", "08:00"], ["16:00", "09:00"],
        ["17:00", "08:00"], ["17:00", "09:00"],
      ])
  }

  @Test func aCellIsTheFileWithItsValues() throws {
    let swept = try swept(small(twoAxes))
    let cell = try swept.scenario(of: swept.sweep.cells()[2])
    #expect(cell.branches.map(\.hours.opens) == [WallTime(hour: 8), WallTime(hour: 8)])
    #expect(cell.branches[0].hours.customerCutOff == WallTime(hour: 16))
    #expect(swept.scenario.branches[0].hours.opens == WallTime(hour: 9))
    #expect(cell.sweep == nil)
  }

  @Test func listsAreCountedAndTheLongestKeyIsMeant() throws {
    let scenario = small(
      """
          money: {path: "pools[0].opening-balance", values: [6M]}
          rail: {path: models.v1.2.screening.check, values: [7s]}

      """
    ).with(
      "  batch: {rail: correspondent}",
      """
        v1: {rail: correspondent}
        v1.2: {rail: correspondent, screening: {alert-rate: 2%, false-positive-share: 97%, check: 5s,
          review: {constant: 4h}, review-hours: working-hours}}
      """)
    let swept = try swept(scenario)
    let cell = try swept.scenario(of: swept.sweep.cells()[0])
    #expect(cell.pools.allSatisfy { $0.openingBalance.minorUnits == 600_000_000 })
    #expect(cell.models[1].screening.check == .seconds(7))
  }

  @Test func behindAnAliasOnlyTheValueOfThePathChanges() throws {
    let screening =
      "{alert-rate: 2%, false-positive-share: 97%, check: 5s, review: {constant: 4h}, "
      + "review-hours: working-hours}"
    let scenario = small("    check: {path: models.other.screening.check, values: [7s]}\n").with(
      "  batch: {rail: correspondent}",
      "  batch: {rail: correspondent, screening: &s \(screening)}\n"
        + "  other: {rail: correspondent, screening: *s}")
    let swept = try swept(scenario)
    let cell = try swept.scenario(of: swept.sweep.cells()[0])
    #expect(cell.models.map { $0.screening.check } == [.seconds(5), .seconds(7)])
  }

  @Test func theDigestFollowsFromTheFileAndTheValues() throws {
    let swept = try swept(small(twoAxes))
    let cells = try swept.sweep.cells()
    let digests = try cells.map { try swept.scenario(of: $0).digest }
    #expect(Set(digests + [swept.scenario.digest]).count == 7)
    #expect(try swept.scenario(of: cells[3]).digest == digests[3])
    var changed = small(twoAxes)
    changed.text += "# a comment\n"
    #expect(try self.swept(changed).scenario(of: cells[3]).digest != digests[3])
  }

  @Test(
    arguments: [
      ("opens < cut-off", 6), ("cut-off > 15:00", 4), ("16:00 >= cut-off", 4),
      ("cut-off == 16:00", 2), ("cut-off <= opens", 0),
    ])
  func boundsLeaveCellsOut(bound: String, count: Int) throws {
    let scenario = small(twoAxes + "  where: [\(bound)]\n")
    guard count > 0 else {
      #expect(
        scenario.problems.map { $0.hasSuffix("no combination of values meets 'where'") } == [true])
      return
    }
    let cells = try swept(scenario).sweep.cells()
    #expect(cells.count == count)
    #expect(cells.map(\.number) == Array(0..<count))
  }

  /// (0.5, 0.5), (0.75, 0.25), (0.25, 0.75) and (0.375, 0.375) over four hours and four words.
  @Test func sobolPointsFallOnTheAxes() throws {
    let scenario = small(
      """
          cut-off: {path: branches.NYC.customer-cut-off, values: 13:00..17:00}
          balance: {path: "pools[0].opening-balance", values: 1M..4M step 1M}
        points: {sobol: 4}

      """)
    let expected = [["15:00", "3M"], ["16:00", "2M"], ["14:00", "4M"], ["14:30", "2M"]]
    let sweep = try swept(scenario).sweep
    #expect(try sweep.cells().map(\.values) == expected)
    #expect(try sweep.cells(.sobol(2)).map(\.values) == Array(expected.prefix(2)))
    #expect(throws: SweepRefusal.self) { try sweep.cells(.grid) }
  }

  @Test func aCellThatCannotBeNamesItselfAndThePath() throws {
    let scenario = small(
      "    cut-off: {path: branches.NYC.customer-cut-off, values: [16:00, 25:00]}\n")
    let swept = try swept(scenario)
    let cells = try swept.sweep.cells()
    _ = try swept.scenario(of: cells[0])
    do {
      _ = try swept.scenario(of: cells[1])
      Issue.record("25:00 is refused")
    } catch {
      #expect(
        "\(error)" == "week.yaml:4:97: branches.NYC.customer-cut-off: in cell 1 (cut-off 25:00): "
          + "found '25:00', expected a time of day like 09:30")
    }
  }

  @Test func aScenarioWithoutASweepSaysWhatItLacks() {
    do {
      _ = try swept(SmallScenario())
      Issue.record("nothing is swept")
    } catch {
      #expect("\(error)" == "week.yaml:1:1: no sweep, expected a section 'sweep' with its axes")
    }
  }
}
