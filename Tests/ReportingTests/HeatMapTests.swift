import Foundation
import Testing

@testable import Reporting

@Suite struct HeatMapTests {
  private func map(_ values: [[Double?]], _ steps: HeatSteps) -> String {
    HeatMap(
      rows: values.indices.map { "row \($0)" },
      columns: (0..<(values.first?.count ?? 0)).map { "c\($0)" }, values: values, steps: steps,
      width: 300, cellHeight: 20, fontSize: 10
    ).svg(id: "heat", title: "Heat", description: "Words.", style: "small")
  }

  @Test("times fall into the steps that people tell apart, a bound into the later one")
  func times() {
    #expect(
      [0, 59, 60, 3_599, 3_600, 172_799, 172_800, 1e9].map { HeatSteps.times.step(of: $0) } == [
        0, 0, 1, 2, 3, 6, 7, 7,
      ])
    #expect(HeatSteps.times.count == HeatSteps.most)
  }

  @Test("cells of one colour are one path, neighbours one stroke of it, and empty cells none")
  func paths() {
    let svg = map([[1, 2, nil, 100], [700, 700, 700, 700]], .times)
    #expect(svg.components(separatedBy: "class=\"h0\"").count == 2)
    #expect(svg.components(separatedBy: "class=\"h1\"").count == 2)
    #expect(svg.components(separatedBy: "class=\"h2\"").count == 2)
    #expect(svg.components(separatedBy: "z").count == 4)
  }

  @Test(
    "values of a sweep get steps at round numbers",
    arguments: [
      ([0.0, 70], ["below 20", "from 20", "from 40", "from 60"]),
      ([5.0], ["5"]), ([], ["0"]),
    ])
  func round(_ values: [Double], _ labels: [String]) {
    let steps = HeatSteps(over: values) { $0.fixed(0) }
    #expect(steps.labels == labels)
    for value in values { #expect(steps.step(of: value) < steps.count) }
  }

  @Test("a map without rows or values is still a picture")
  func empty() {
    #expect(map([], .times).contains("<desc"))
    #expect(!map([[nil, nil]], .times).contains("class=\"h"))
    #expect(!map([[1]], HeatSteps(over: [1]) { "\($0)" }).contains("nan"))
  }
}
