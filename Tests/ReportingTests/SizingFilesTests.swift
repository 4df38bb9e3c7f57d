import Foundation
import Reporting
import Testing
import Vocabulary

@testable import Outcomes

@Suite struct SizingFilesTests {
  /// Two rows and two points with every kind of field.
  private var small: Sizing {
    var sizing = Sizing(recorded: 1_000, fresh: 100, bucket: .minutes(15), length: .days(10))
    sizing.rows = [
      Sizing.Row(
        model: "batch", currency: .usd, branch: "=NYC", arrangement: "policy", level: 0.95,
        needed: 1_234_567, low: 1_200_005, high: nil, allocated: 1_300_000, lowestYearlyCost: nil,
        yearlyCost: 559.004_9),
      Sizing.Row(
        model: "batch", currency: .jpy, branch: nil, arrangement: "token", level: 99.9 / 100,
        needed: 70, low: nil, high: nil, allocated: 75, lowestYearlyCost: 2.6, yearlyCost: 3.4),
      Sizing.Row(
        model: "batch", currency: .jpy, branch: nil, arrangement: "bound", level: 0.5, needed: 60,
        low: 50, high: 70),
    ]
    sizing.curves = [
      Week.point("batch", .usd, "none", 0.5, 5, nil),
      Week.point(
        "batch", .usd, "none", 0.95, 100_000,
        Sizing.Share(share: 0.96, low: 0.9, high: 0.989, count: 100)),
    ]
    return sizing
  }

  @Test("sizing.csv has the columns of the issue, exact amounts and nothing where nothing is known")
  func rows() {
    #expect(
      SizingCSV.text(small) == """
        model,currency,pool,arrangement,service_level,needed,low95,high95,allocated,\
        yearly_cost,lowest_yearly_cost,replications
        batch,USD,'=NYC,policy,0.95,12345.67,12000.05,,13000.00,559.00,,1000
        batch,JPY,all,token,0.999,70,,,75,3,3,1000
        batch,JPY,all,bound,0.5,60,50,70,,,,1000

        """)
  }

  @Test("service-levels.csv has a realised share only for points that were tried")
  func points() {
    #expect(
      ServiceLevelsCSV.text(small) == """
        model,currency,arrangement,service_level,prefunding,realised,low95,high95,\
        fresh_replications
        batch,USD,none,0.5,0.05,,,,
        batch,USD,none,0.95,1000.00,0.96,0.9,0.989,100

        """)
  }

  @Test("the JSON says what both files say, in the same order")
  func json() throws {
    var sizing = small
    sizing.given = [Week.given]
    let text = SizingJSON.text(sizing)
    #expect(text == SizingJSON.text(sizing))
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(read["format"] as? Int == 4 && read["bucket_seconds"] as? Int == 900)
    let rows = try #require(read["sizing"] as? [[String: Any]])
    #expect(rows.map { $0["needed"] as? String } == ["12345.67", "70", "60"])
    #expect(rows[0]["high95"] is NSNull && rows[1]["lowest_yearly_cost"] as? Double == 3)
    #expect(rows[1]["service_level"] as? Double == 0.999)
    #expect(rows[2]["allocated"] is NSNull && rows[2]["yearly_cost"] is NSNull)
    let points = try #require(read["service_levels"] as? [[String: Any]])
    #expect(points[0]["realised"] is NSNull)
    #expect((points[1]["realised"] as? [String: Any])?["low95"] as? Double == 0.9)
    let given = try #require(read["given"] as? [[String: Any]])
    #expect((given[0]["promised"] as? [String: Any])?["replications"] as? Int == 1_000)
  }

  @Test("an error of the sink ends the writing of both files")
  func failingSink() {
    struct Full: Error {}
    #expect(throws: Full.self) { try SizingCSV.write(Week.sizing()) { _ in throw Full() } }
    #expect(throws: Full.self) { try ServiceLevelsCSV.write(Week.sizing()) { _ in throw Full() } }
  }
}
