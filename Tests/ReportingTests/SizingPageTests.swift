import Foundation
import Outcomes
import Testing
import Vocabulary

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SizingPageTests {
  private func page(_ sizing: Sizing?, _ comparison: Comparison = Week.comparison()) -> String {
    ReportPage.html(
      comparison, identity: Week.identity, clocks: Week.clocks, limits: Week.limits,
      sizing: sizing)
  }

  private func isWellFormed(_ page: String) -> Bool { XMLParser(data: Data(page.utf8)).parse() }

  @Test("the page with a sizing is well formed, the same twice and below 300 kB")
  func whole() {
    var sizing = Week.sizing()
    sizing.given = [Week.given]
    let first = page(sizing)
    #expect(isWellFormed(first))
    #expect(first == page(sizing))
    #expect(first.utf8.count < 300_000)
    #expect(first.components(separatedBy: "Pre-funding against service level").count == 11)
    #expect(first.contains("nostro size SCENARIO.yaml --seed 7 --replications 1000 --fresh 100"))
  }

  @Test("names within the page stay its own, and every picture has words")
  func pictures() {
    let text = page(Week.sizing())
    let names = text.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(names).count == names.count)
    #expect(!text.contains("></desc>") && !text.contains("nan") && !text.contains("inf\""))
    let labels = text.components(separatedBy: "aria-label=\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(Set(labels).count == labels.count)
  }

  @Test("without a sizing, or with an empty one, there is no section")
  func none() {
    let empty = Sizing(recorded: 0, fresh: 0, bucket: .minutes(15), length: .zero)
    #expect(!page(nil).contains("How much must be pre-funded"))
    #expect(!page(empty).contains("How much must be pre-funded"))
  }

  @Test("a sizing without trials or with a single point still makes a page")
  func degenerate() {
    var sizing = Week.sizing(models: ["batch"], currencies: [.jpy], branches: [], levels: [1])
    sizing.curves = [Week.point("batch", .jpy, "none", 1, 0, nil)]
    sizing.given = [Week.given]
    let text = page(sizing)
    #expect(isWellFormed(text))
    #expect(!text.contains("nan") && !text.contains("inf\""))
    #expect(!text.contains("Promised beside realised:"))
    #expect(text.contains("Your own allocation: Correspondent banking"))
  }

  @Test("names of strangers are text in the section as well")
  func escaping() {
    let evil = "<script>alert(1)</script>\"'&{{title}}\u{8}"
    let text = page(Week.sizing(models: [evil], branches: [evil, "LON"]))
    #expect(text.components(separatedBy: "<script").count == 2)
    #expect(isWellFormed(text))
  }

  @Test("savings and misses are said in the section, the bound among the limits")
  func sentences() {
    let text = page(Week.sizing()).split { "\u{A0} ".contains($0) }.joined(separator: " ")
    #expect(text.contains("Correspondent banking: At 95 % pools that act as one need"))
    #expect(text.contains("than Correspondent banking with its treasury&#39;s policy"))
    #expect(text.contains("With the treasury&#39;s policy the promised level lies"))
    #expect(text.contains("Nothing refills a pool from outside, so that what is needed grows"))
  }

  @Test("each further nine takes the same room, and the whole stands at the end")
  func levels() {
    let axis = LevelAxis([0.95, 0.999, 1])
    #expect(axis.ticks.map(\.label) == ["50", "80", "90", "95", "99", "99.9", "100"])
    let places = [0.9, 0.99, 0.999].map(axis.place)
    #expect(abs(places[1] - places[0] - 1) < 1e-9 && abs(places[2] - places[1] - 1) < 1e-9)
    #expect(axis.place(of: 1) == axis.domain.upperBound && axis.domain.upperBound > places[2])
    #expect(LevelAxis([0.2]).ticks.map(\.label) == ["0", "50", "80", "90", "95", "99"])
  }
}
