import Chance
import Testing
import Vocabulary

@Suite("DayArrivals")
struct DayArrivalsTests {
  let stream = RandomStream(seed: 11, replication: 0, StreamName("flow", "f"))

  func shares(_ day: Int32, expected: Double, of stream: RandomStream? = nil) -> [Double] {
    let arrivals = DayArrivals(
      stream ?? self.stream, on: CivilDate(daysSinceEpoch: day), expected: expected)
    return Array(IteratorSequence(arrivals))
  }

  @Test("counts have the mean and the variance of a Poisson distribution")
  func poissonCounts() {
    let (days, expected) = (4_000, 20.0)
    let counts = (0..<Int32(days)).map { Double(shares($0, expected: expected).count) }
    let mean = counts.reduce(0, +) / Double(days)
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(days - 1)
    // Four standard errors: √(λ/n) and √((λ + 2λ²)/n).
    #expect(abs(mean - expected) < 4 * (expected / Double(days)).squareRoot())
    #expect(
      abs(variance - expected)
        < 4 * ((expected + 2 * expected * expected) / Double(days)).squareRoot())
  }

  @Test("shares rise and lie in [0, 1), evenly spread")
  func evenlySpread() {
    let day = shares(20_000, expected: 50_000)
    #expect(zip(day, day.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(day.allSatisfy { $0 >= 0 && $0 < 1 })
    var distance = 0.0
    for (rank, share) in day.enumerated() {
      distance = max(
        distance, share - Double(rank) / Double(day.count),
        Double(rank + 1) / Double(day.count) - share)
    }
    // Kolmogorov and Smirnov at one in a thousand.
    #expect(distance < 1.949 / Double(day.count).squareRoot())
  }

  @Test("a day is the same whether or not other days, or other flows, were drawn")
  func addressable() {
    let alone = shares(20_001, expected: 30)
    _ = shares(20_000, expected: 3_000)
    let other = RandomStream(seed: 11, replication: 0, StreamName("flow", "g"))
    let neighbour = shares(20_001, expected: 30, of: other)
    #expect(shares(20_001, expected: 30) == alone)
    #expect(neighbour != alone)
  }

  @Test("arrival k keeps its draw when the volume doubles: its share halves")
  func commonRandomNumbers() {
    let slow = shares(20_002, expected: 100)
    let fast = shares(20_002, expected: 200)
    #expect(zip(slow, fast).allSatisfy { abs($0 / 2 - $1) < 1e-15 })
  }

  @Test("counts what it has given, each with its amount, and gives nothing after the end")
  func counting() {
    var arrivals = DayArrivals(stream, on: CivilDate(daysSinceEpoch: 20_003), expected: 5)
    var given: UInt32 = 0
    while arrivals.next() != nil {
      #expect(arrivals.amount == stream.uniform(.amount, draw: 20_003 << 32 | UInt64(given)))
      given += 1
      #expect(arrivals.count == given)
    }
    #expect(arrivals.next() == nil)
    #expect(arrivals.count == given)
  }

  @Test("a day without volume has no arrivals")
  func nothing() {
    #expect(shares(20_004, expected: 0).isEmpty)
  }
}
