import Foundation
import Vocabulary

extension Zone {
  /// The version of the zone data in use, as `2025b`, for the manifest of a run.
  ///
  /// Foundation carries its own copy (ICU); the zone files of the machine do not matter.
  public static var dataVersion: String { TimeZone.timeZoneDataVersion }

  /// Compiles the clock of an IANA identifier.
  ///
  ///     try Zone(identifier: "Europe/Frankfurt")
  ///     // throws: no time zone 'Europe/Frankfurt': expected an IANA identifier, …
  ///
  /// - Throws: `CalendarError.unknownZone` with the nearest known identifier. Abbreviations
  ///   (`EST`) and fixed offsets (`GMT+5`) are refused: they name no place.
  public init(identifier: String) throws(CalendarError) {
    guard let source = Zone.source(of: identifier) else {
      let places = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
      let nearest = NearestName.of(identifier, among: places)
      throw .unknownZone(identifier, nearest: nearest)
    }
    let end = Zone.second(ofYear: Zone.years.upperBound + 1)
    var transitions: [Int64] = []
    var offsets = [Zone.offset(of: source, at: 0)]
    var cursor: Int64 = 0
    while let next = Zone.change(of: source, after: cursor), next < end {
      let offset = Zone.offset(of: source, at: next)
      if offset != offsets.last {
        transitions.append(next)
        offsets.append(offset)
      }
      cursor = next
    }
    self.init(identifier: identifier, transitions: transitions, offsets: offsets)
  }

  /// Whether a clock bears an identifier; cheaper than to be told which one was meant.
  public static func isKnown(_ identifier: String) -> Bool { source(of: identifier) != nil }

  private static func source(of identifier: String) -> TimeZone? {
    identifier.contains("/") || identifier == "UTC" ? TimeZone(identifier: identifier) : nil
  }

  /// The first change of a zone's clock after a second since 1970-01-01T00:00:00Z.
  private static func change(of source: TimeZone, after second: Int64) -> Int64? {
    let start = Date(timeIntervalSince1970: Double(second))
    guard let next = source.nextDaylightSavingTimeTransition(after: start) else { return nil }
    let found = Int64(next.timeIntervalSince1970)
    return found > second ? found : nil
  }

  private static func offset(of source: TimeZone, at second: Int64) -> Int32 {
    Int32(source.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
  }

  private static func second(ofYear year: Int) -> Int64 {
    guard let date = CivilDate(year: year, month: 1, day: 1) else {
      preconditionFailure("the year \(year) has a first of January")
    }
    return date.startOfDayUTC.microseconds / 1_000_000
  }
}
