extension Instant: CustomStringConvertible {
  /// The instant in ISO 8601, UTC: `2026-03-06T23:45:00Z`, with microseconds only if there are any.
  public var description: String {
    let (date, time) = CivilDate.split(microseconds)
    let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
    let clock = WallTime(seconds: Int32(seconds)).withSeconds
    let tail = fraction == 0 ? "" : "." + String(String(fraction + 1_000_000).dropFirst())
    return "\(date)T\(clock)\(tail)Z"
  }

  /// Reads an instant in UTC: `2026-03-06T23:45:00Z`, `2026-03-06T23:45Z`, up to six decimals of
  /// a second.
  ///
  ///     Instant("2026-02-30T00:00:00Z")  // nil: no such date
  ///     Instant("2026-03-06T23:45:00")   // nil: no zone
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 27, text.last == "Z",
      let date = CivilDate(text.prefix(10)), text.dropFirst(10).first == "T"
    else { return nil }
    let clock = text.dropFirst(11).dropLast()
    let whole = clock.prefix { $0 != "." }
    guard let time = WallTime(whole), time.seconds < 86_400 else { return nil }
    var microseconds: Int64 = 0
    if whole.count < clock.count {
      let places = clock.dropFirst(whole.count + 1)
      guard whole.count == 8, (1...6).contains(places.count),
        places.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int64(places)
      else { return nil }
      microseconds = value * Int64(DecimalNumeral.power(6 - places.count))
    }
    self.init(
      microseconds: date.startOfDayUTC.microseconds + Int64(time.seconds) * 1_000_000
        + microseconds)
  }
}
