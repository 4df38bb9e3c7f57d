import Outcomes
import Testing
import Vocabulary

@testable import Reporting

@Suite("the monitoring tools are a file and a section of the page") struct MonitoringReportTests {
  private func row(
    _ model: String, _ branch: String?, _ measure: MonitoringMeasure, _ statistic: String,
    _ mean: Double, _ currency: Currency = .usd
  ) -> MonitoringRow {
    MonitoringRow(
      model: model, branch: branch, currency: currency, measure: measure, statistic: statistic,
      estimate: Estimate(mean: mean, interval: mean - 1...mean + 1, replications: 20))
  }

  private func page(_ rows: [MonitoringRow]) -> String {
    var comparison = Week.comparison()
    comparison.monitoring = rows
    return ReportPage.html(comparison, identity: Week.identity, clocks: Week.clocks, limits: [])
  }

  @Test("bcbs.csv names tool, measure and statistic of one fact a row") func file() {
    var comparison = Week.comparison()
    comparison.monitoring = [
      row("batch", "NYC", .netDebit, "largest_1", 1_234.5),
      row("batch", "NYC", .settledBy, "09:00", 0.25),
      row("token", nil, .efficiency, "all_days", 3),
    ]
    #expect(
      MonitoringCSV.text(comparison) == """
        model,branch,currency,tool,measure,statistic,unit,mean,low95,high95,replications
        batch,NYC,USD,A(i),net_debit,largest_1,USD,1234.5,1233.5,1235.5,20
        batch,NYC,USD,C(i),settled_by,09:00,share,0.25,-0.75,1.25,20
        token,all,USD,beside,liquidity_efficiency,all_days,ratio,3,2,4,20

        """)
  }

  @Test("A page without measured days has no such section") func without() {
    #expect(!page([]).contains("BCBS 248"))
  }

  @Test("The page shows the largest day, a dash for what is not there, and every definition")
  func section() throws {
    let page = page([row("batch", "NYC", .netDebit, "largest_1", 5_000_000)])
    #expect(page.contains("BCBS 248 monitoring tools</h2>"))
    #expect(page.contains("<td>5.00M</td><td>–</td>"))
    for measure in MonitoringMeasure.allCases {
      #expect(page.contains("<td>\(measure.name)</td>"))
    }
    #expect(page.contains("B(i) and B(ii)"))
  }

  @Test("Of more pools than the page has room for it says how many there are") func many() {
    let page = page((1...30).map { row("batch", "B\($0)", .netDebit, "largest_1", 1) })
    #expect(page.contains("The first 20 of 30 pools; all of them in bcbs.csv."))
    #expect(!page.contains("B21 USD"))
  }

  @Test("The name of a branch is text, not markup") func hostile() {
    let page = page([row("batch", "<b>&", .netDebit, "largest_1", 1)])
    #expect(page.contains("&lt;b&gt;&amp; USD"))
    #expect(!page.contains("<b>& USD"))
  }
}
