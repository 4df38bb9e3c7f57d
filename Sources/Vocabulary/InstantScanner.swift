/// Reads the bytes of a `WrittenInstant` from left to right.
///
/// A date is checked before the time is looked at, so that of several faults the first is told. What
/// has another shape than the parts say is `otherForm` and nothing more: only a part of a good shape
/// can be wrong in a way that is worth a sentence of its own.
///
///     date    YYYY-MM-DD        basic YYYYMMDD
///     T       T, or one blank
///     time    H:MM or HH:MM, then perhaps :SS, then perhaps . and digits
///             basic HHMM, then perhaps SS, then perhaps . and digits
///     zone    Z, +HH, +HHMM, +HH:MM, the same with -, or nothing
struct InstantScanner {
  /// What has not been taken yet; its indices are those of the whole.
  private var rest: ArraySlice<UInt8>
  /// Whether dates and times stand without their marks.
  private let isBasic: Bool

  init(_ bytes: ArraySlice<UInt8>, _ form: WrittenInstant.Form) {
    (rest, isBasic) = (bytes, form == .basic)
  }

  /// All of the bytes as a point of time.
  ///
  /// - Throws: `InstantError` with the first fault; `noZone` never, since a local time is read too.
  mutating func instant() throws(InstantError) -> WrittenInstant {
    let date = try date()
    guard !rest.isEmpty else { throw .noTime }
    guard take(UInt8(ascii: "T")) || take(UInt8(ascii: " ")) else { throw .otherForm }
    let timeOfDay = try timeOfDay()
    let offset = try offset()
    guard rest.isEmpty else { throw .otherForm }
    let written = WrittenInstant(date: date, timeOfDay: timeOfDay, offset: offset)
    guard let instant = written.instant else { return written }
    let year = CivilDate.split(instant.microseconds).date.year
    guard (1...9_999).contains(year) else { throw .outsideYears }
    return written
  }

  /// The date of the proleptic Gregorian calendar, years 1 to 9999.
  ///
  /// - Throws: `noSuchDate` for 30 February, month 13 or year 0.
  private mutating func date() throws(InstantError) -> CivilDate {
    let start = rest
    guard let year = number(4), takeMark(UInt8(ascii: "-")), let month = number(2),
      takeMark(UInt8(ascii: "-")), let day = number(2)
    else { throw .otherForm }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .noSuchDate(passed(since: start))
    }
    return date
  }

  /// The time of day in microseconds, its seconds and their decimals where they are there.
  ///
  /// - Throws: `leapSecond` for second 60 of a minute that a day has; `noSuchTime` for any other part
  ///   that is too large, 24:00 included, which XML Schema allows and which would be another date.
  private mutating func timeOfDay() throws(InstantError) -> Int64 {
    let start = rest
    guard let hour = number(2) ?? (isBasic ? nil : number(1)), takeMark(UInt8(ascii: ":")),
      let minute = number(2)
    else { throw .otherForm }
    var second = 0
    var microseconds: Int64 = 0
    if isBasic ? rest.first.map(isDigit) == true : take(UInt8(ascii: ":")) {
      guard let seconds = number(2) else { throw .otherForm }
      second = seconds
      if take(UInt8(ascii: ".")) { microseconds = try decimals() }
    }
    guard second != 60 || hour > 23 || minute > 59 else { throw .leapSecond }
    guard hour < 24, minute < 60, second < 60 else { throw .noSuchTime(passed(since: start)) }
    return Int64(hour * 3_600 + minute * 60 + second) * 1_000_000 + microseconds
  }

  /// Decimals of a second in microseconds: at least one, past the sixth zeros alone.
  private mutating func decimals() throws(InstantError) -> Int64 {
    let digits = rest.prefix(while: isDigit)
    guard !digits.isEmpty else { throw .otherForm }
    rest = rest[digits.endIndex...]
    let last = digits.lastIndex { $0 != UInt8(ascii: "0") }
    let count = last.map { $0 - digits.startIndex + 1 } ?? 0
    guard count <= 6 else { throw .decimals(count) }
    var value: Int64 = 0
    for place in 0..<6 {
      let digit = place < digits.count ? digits[digits.startIndex + place] : UInt8(ascii: "0")
      value = value * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// Z, or a sign with hours and perhaps minutes; `nil` where nothing of it stands.
  ///
  /// A clock ahead of UTC has a plus. RFC 3339 gives −00:00 the sense of an unknown zone at a known
  /// instant: the instant is all that is asked for here.
  private mutating func offset() throws(InstantError) -> TimeSpan? {
    let start = rest
    if rest.isEmpty { return nil }
    if take(UInt8(ascii: "Z")) { return .zero }
    let isBehind = take(UInt8(ascii: "-"))
    guard isBehind || take(UInt8(ascii: "+")), let hours = number(2) else { throw .otherForm }
    let isParted = take(UInt8(ascii: ":"))
    guard let minutes = number(2) ?? (isParted ? nil : 0) else { throw .otherForm }
    let span = TimeSpan.hours(Int64(hours)) + .minutes(Int64(minutes))
    guard minutes < 60, span <= WrittenInstant.furthestOffset else {
      throw .noSuchOffset(passed(since: start))
    }
    return span * (isBehind ? -1 : 1)
  }
}

extension InstantScanner {
  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Takes a byte where it stands next.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes a mark that the extended form has and the basic one has not.
  private mutating func takeMark(_ byte: UInt8) -> Bool { isBasic || take(byte) }

  /// Takes a number of so many digits; `nil`, and nothing taken, where they are not there.
  private mutating func number(_ count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var value = 0
    for byte in rest.prefix(count) {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    rest = rest.dropFirst(count)
    return value
  }

  /// What has been taken since, for a message: digits and marks alone.
  private func passed(since start: ArraySlice<UInt8>) -> String {
    String(decoding: start[..<rest.startIndex], as: UTF8.self)
  }
}
