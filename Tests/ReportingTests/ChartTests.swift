import Testing

@testable import Reporting

@Suite struct ChartTests {
  @Test("a decade takes the same room wherever it lies on a logarithmic scale")
  func logarithmic() {
    let scale = Scale(.logarithmic, 1...10_000, from: 0, to: 400)
    #expect([1.0, 10, 100, 10_000].map { scale($0) } == [0, 100, 200, 400])
    #expect(scale(0.01) == 0 && scale(1e9) == 400)
  }

  @Test("round marks are one, two or five times a power of ten and hold the values")
  func round() {
    let ticks = Ticks.round(around: -3...17, count: 5) { $0.fixed(0) }
    #expect(ticks.map(\.value) == [-5, 0, 5, 10, 15, 20])
    let small = Ticks.round(around: 0...0.07, count: 4) { $0.fixed(2) }
    #expect(small.map(\.label) == ["0.00", "0.02", "0.04", "0.06", "0.08"])
    #expect(Ticks.round(around: 4...4, count: 4) { "\($0)" }.count == 1)
  }

  @Test("times run from a second to a day and further where the values do")
  func times() {
    #expect(Ticks.times(around: 3...40).map(\.label).first == "1 s")
    #expect(Ticks.times(around: 3...40).map(\.label).last == "1 d")
    #expect(Ticks.times(around: 0.02...500_000).map(\.label).first == "10 ms")
    #expect(Ticks.times(around: 0.02...500_000).map(\.label).last == "1 week")
  }

  @Test("labels never lie over each other nor out of their room")
  func labels() {
    let scale = Scale(.linear, 0...10, from: 0, to: 100)
    let ticks = (0...10).map { Tick(value: Double($0), label: "Wed 11") }
    let labels = Ticks.labels(ticks, on: scale, within: 0...120, fontSize: 10)
    let half = Drawing.width(of: "Wed 11", fontSize: 10) / 2
    // Seven letters of six units each, six between labels: 0 to 42, then from tick 70 on 49 to 91.
    #expect(labels.count == 2)
    #expect(labels[0].place == half)
    for (left, right) in zip(labels, labels.dropFirst()) {
      #expect(right.place - left.place >= 2 * half)
    }
  }

  @Test(
    "numbers of a picture have one decimal at most",
    arguments: [
      (1.25, "1.3"), (2.0, "2"), (-0.04, "0"), (100.96, "101"),
    ])
  func numbers(_ value: Double, _ expected: String) {
    #expect(Drawing.number(value) == expected)
  }

  @Test("text in a picture is escaped")
  func escaped() {
    var drawing = Drawing()
    drawing.text("<b>&", x: 0, y: 0)
    #expect(drawing.markup.contains(">&lt;b&gt;&amp;</text>"))
  }
}
