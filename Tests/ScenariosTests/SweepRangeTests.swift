import Testing

@testable import Scenarios

@Suite struct SweepRangeTests {
  private func values(_ text: String) throws -> [String] {
    let range = try AxisRange.read(text)
    return (0..<(range.count ?? 0)).map { range.text(at: $0) }
  }

  @Test(
    arguments: [
      ("16:00..18:00 step 1h", ["16:00", "17:00", "18:00"]),
      ("23:30..24:30 step 30min", ["23:30", "24:00", "24:30"]),
      ("09:00..09:01 step 30s", ["09:00", "09:00:30", "09:01"]),
      ("15min..1h step 15min", ["15min", "30min", "45min", "60min"]),
      ("5..10min step 5", ["5min", "10min"]),
      ("0.5M..1M step 250k", ["500k", "750k", "1000k"]),
      ("0..10M step 5", ["0M", "5M", "10M"]),
      ("1%..2% step 0.5%", ["1%", "1.5%", "2%"]),
      ("0.5%..1% step 25bp", ["50bp", "75bp", "100bp"]),
      ("-5%..5% step 5%", ["-5%", "0%", "5%"]),
      ("1bd..3bd step 1bd", ["1bd", "2bd", "3bd"]),
      ("20..40 per day step 10", ["20 per day", "30 per day", "40 per day"]),
      ("1 USD..2 USD step 0.50 USD", ["1 USD", "1.5 USD", "2 USD"]),
      ("1_000..3_000 step 1_000", ["1000", "2000", "3000"]),
    ])
  func endsAreIncluded(text: String, expected: [String]) throws {
    #expect(try values(text) == expected)
  }

  /// In floating point 0.1 + 0.1 + 0.1 is 0.30000000000000004, and ten steps miss 1.
  @Test func stepsDoNotDrift() throws {
    let tenths = try values("0..1.0 step 0.1")
    #expect(
      tenths == ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"])
  }

  /// Widths of 4 h, 4 % and a million, at the shares of Sobol points; 1 + 0.0625 is 1.0625, which
  /// is rounded down to the third decimal beyond the ends.
  @Test(
    arguments: [
      ("16:00..20:00", 0.5, "18:00"), ("16:00..20:00", 0.375, "17:30"),
      ("16:00..16:01", 0.375, "16:00:22"), ("1%..5%", 0.375, "2.5%"), ("1M..2M", 0.0625, "1.062M"),
      ("-1..1", 0.25, "-0.5"), ("10min..2h", 0.5, "65min"),
    ])
  func aShareOfARangeIsExact(text: String, share: Double, expected: String) throws {
    let range = try AxisRange.read(text)
    #expect(range.count == nil)
    #expect(range.text(at: share) == expected)
  }

  /// The largest width and the smallest share that there are: 2 × 10^15 × 2^−30, rounded down.
  @Test func theWidestRangeDoesNotOverflow() throws {
    let range = try AxisRange.read("-1000000000000000bn..1000000000000000bn")
    #expect(range.text(at: 0.5) == "0bn")
    let next = try AxisRange.read("0..1000000000000000")
    #expect(next.text(at: 1.0 / 1_073_741_824) == "931322.574")
  }
}
