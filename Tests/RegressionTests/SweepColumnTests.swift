import Testing

@testable import Reporting
@testable import Scenarios

@Suite("Readers and writers of different layers know the same columns") struct SweepColumnTests {
  /// A column of `outcomes.csv` is one of `sweep.csv`, beside which no axis may have its name.
  @Test("An axis may have no name that sweep.csv gives to another column") func axes() {
    #expect(ScenarioReader.sweepColumns == SweepCSV.table([]).names)
  }
}
