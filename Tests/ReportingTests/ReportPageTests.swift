import Foundation
import MeasureLiterals
import Measures
import Outcomes
import Testing
import Vocabulary

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportPageTests {
  private func page(_ comparison: Comparison, clocks: [ClockAxis] = Week.clocks) -> String {
    ReportPage.html(
      comparison, identity: Week.identity, clocks: clocks, limits: Week.limits)
  }

  /// Whether every element is closed in its place; HTML of this page is XML as well.
  private func isWellFormed(_ page: String) -> Bool { XMLParser(data: Data(page.utf8)).parse() }

  @Test("the page is well formed, the same twice and below 300 kB for two models and 25 pools")
  func whole() {
    let first = page(Week.comparison())
    #expect(isWellFormed(first))
    #expect(first == page(Week.comparison()))
    #expect(first.utf8.count < 300_000)
    // Six pools, two weeks of hours, two matrices of corridors.
    #expect(first.components(separatedBy: "<svg class=\"small\"").count == 1 + 6 + 2 + 2)
  }

  @Test("nothing is fetched, links stay on the page, and only the one known script may run")
  func alone() {
    let text = page(Week.comparison())
    for forbidden in ["http://", "https://", "url(", "@import", "<link", "src=", " onclick="] {
      #expect(!text.contains(forbidden), "\(forbidden)")
    }
    let links = text.components(separatedBy: "href=\"").dropFirst()
    #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("#") })
    #expect(text.components(separatedBy: "<script").count == 2)
    #expect(
      text.contains(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
          + "'sha256-\(PageScript.digest)'\""))
  }

  @Test("every link of the page leads to a definition that is there")
  func links() {
    let text = page(Week.comparison())
    let targets = text.components(separatedBy: "href=\"#").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(Set(targets).count > 20)
    for target in Set(targets) {
      #expect(text.contains("<div id=\"\(target)\"><dt>"), "\(target)")
    }
    #expect(text.contains("<code>time_to_credit.p95</code> in seconds"))
  }

  @Test("names and texts of strangers are text wherever they stand")
  func escaping() {
    let evil = "<script>alert(1)</script>\"'&{{title}}\u{8}"
    let model = ModelHeader(
      name: evil, title: evil, rail: evil, events: Week.digest(1), books: Week.digest(1),
      outcomes: Week.digest(1))
    var comparison = Week.comparison(
      header: Week.header(name: evil, title: evil), models: [model, Week.token])
    for place in comparison.fans.indices { comparison.fans[place].branch = evil }
    comparison.timesOfWeek[0].model = evil
    let corridor = Scope.Corridor(from: evil, to: evil, currency: .usd, creditedIn: .usd)
    comparison.rows.append(Week.row(evil, "late", "share", 0.1, 0.1, .corridor(corridor)))
    comparison.rows.append(
      Week.row(evil, "pool.turnover", "USD", 0.1, 0.1, .pool(evil, .usd)))
    let text = page(
      comparison,
      clocks: [ClockAxis(title: evil, ticks: [ClockAxis.Tick(at: Week.start, label: evil)])])
    #expect(text.components(separatedBy: "<script").count == 2)
    #expect(text.contains("&lt;script&gt;"))
    #expect(text.contains("{{title}}"))
    #expect(isWellFormed(text))
  }

  @Test("every picture says its finding in words and no two share a name")
  func pictures() {
    let text = page(Week.comparison())
    let pictures = text.components(separatedBy: "role=\"img\"").dropFirst()
    #expect(pictures.count == 4 + 6 + 2 + 2)
    for picture in pictures {
      let own = picture.components(separatedBy: "</svg>")[0]
      #expect(own.contains("<title id=") && own.contains("<desc id="))
      #expect(!own.contains("></desc>"))
    }
    let names = text.components(separatedBy: " id=\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(Set(names).count == names.count)
  }

  @Test("a run with little in it still makes a page, without empty pictures")
  func degenerate() {
    let single = CreditCurve(model: "batch", points: [.init(seconds: 3, share: 1)])
    let flat = PoolHistory(
      model: "batch", branch: "NYC", currency: .usd, start: Week.start, step: .hour,
      balances: [0, 0])
    let short = PoolHistory(
      model: "batch", branch: "LON", currency: .usd, start: Week.start, step: .hour,
      balances: [5])
    let fans = [flat, short].map(Week.fan)
    let hours = Array(repeating: CreditTimesOfWeek.Hour(payments: 0, meanSeconds: nil), count: 168)
    let comparison = Comparison(
      header: Week.header(), models: [Week.batch], rows: [], curves: [single],
      poolHistories: [flat, short], journeys: [],
      timesOfWeek: [CreditTimesOfWeek(model: "batch", hours: hours)], fans: fans)
    let text = page(comparison, clocks: [])
    #expect(isWellFormed(text))
    // Two widths of the curve, one pool with two balances; no hour has a payment.
    #expect(text.components(separatedBy: "role=\"img\"").count == 4)
    #expect(!text.contains("nan") && !text.contains("inf\""))
    let nothing = Comparison(
      header: Week.header(), models: [], rows: [], curves: [], poolHistories: [], journeys: [])
    #expect(isWellFormed(page(nothing)))
    #expect(!page(nothing).contains("<svg"))
  }

  @Test("where nothing is credited a sentence says so in the place of the curves")
  func nothingCredited() {
    var comparison = Week.comparison()
    comparison.curves = comparison.curves.map { curve in
      CreditCurve(
        model: curve.model, points: curve.points.map { .init(seconds: $0.seconds, share: 0) })
    }
    let text = page(comparison)
    #expect(text.contains("<p class=\"remark\">No payment was credited.</p>"))
    #expect(!text.contains("Credited within an hour and within a day"))
  }

  @Test("the axis of times ends where the curves have risen, not where the table of times ends")
  func levelCurve() {
    var comparison = Week.comparison(rows: [])
    comparison.curves = ["batch", "token"].map { model in
      let points = [(1.0, 0.0), (10, 0.5), (7_200, 0.9), (1_000_000, 0.9)]
      return CreditCurve(model: model, points: points.map { .init(seconds: $0.0, share: $0.1) })
    }
    let text = page(comparison)
    #expect(text.contains(">1 d</text>") && !text.contains(">1 week</text>"))
  }

  @Test("a branch's pictures carry the clock of UTC and its own, no other")
  func clocks() throws {
    let text = page(Week.comparison())
    let card = try #require(
      text.components(separatedBy: "Balance of NYC USD").dropFirst().first?
        .components(separatedBy: "</svg>").first)
    #expect(card.contains(">UTC</text>") && card.contains(">New York</text>"))
    #expect(!card.contains(">LON</text>") && !card.contains(">Hong Kong</text>"))
  }
}
