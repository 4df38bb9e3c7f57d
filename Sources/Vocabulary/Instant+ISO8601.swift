extension Instant: CustomStringConvertible {
  /// The instant in ISO 8601, UTC: `2026-03-06T23:45:00Z`, with microseconds only if there are any.
  public var description: String {
    let (date, time) = CivilDate.split(microseconds)
    let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
    let clock = WallTime(seconds: Int32(seconds)).withSeconds
    let tail = fraction == 0 ? "" : "." + String(String(fraction + 1_000_000).dropFirst())
    return "\(date)T\(clock)\(tail)Z"
  }

  /// Reads an instant with its zone: `2026-03-06T23:45:00Z`, `2026-03-07 00:45+01:00`; what else
  /// may stand there is said at `WrittenInstant`.
  ///
  ///     try Instant(reading: "2026-02-30T00:00:00Z")
  ///     // throws: found the date 2026-02-30, which no calendar has
  ///
  /// - Throws: `InstantError`; a local time without a zone is refused.
  /// - Complexity: O(n) in the bytes.
  public init(reading text: some StringProtocol) throws(InstantError) {
    try self.init(utf8: Array(text.utf8)[...])
  }

  /// Reads an instant with its zone from the bytes of its text, without a copy.
  ///
  /// - Throws: `InstantError`; a local time without a zone is refused.
  /// - Complexity: O(n) in the bytes.
  public init(utf8 bytes: ArraySlice<UInt8>) throws(InstantError) {
    guard let instant = try WrittenInstant(utf8: bytes).instant else { throw .noZone }
    self = instant
  }

  /// Reads an instant with its zone, where nobody is told why it is refused.
  ///
  ///     Instant("2026-03-06T23:45:00")  // nil: no zone
  public init?(_ text: some StringProtocol) {
    guard let instant = try? Instant(reading: text) else { return nil }
    self = instant
  }
}
