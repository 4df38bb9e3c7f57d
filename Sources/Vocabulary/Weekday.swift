/// A day of the week, in the order of ISO 8601: Monday is 1.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  /// Monday to Sunday, 1...7.
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The short name as files write it: `Mon`.
  public var abbreviation: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1]
  }

  /// Reads the short name: `Mon`, in any case.
  public init?(_ text: some StringProtocol) {
    guard
      let match = Weekday.allCases.first(where: {
        $0.abbreviation.lowercased() == text.lowercased()
      })
    else { return nil }
    self = match
  }
}

/// A set of days of the week.
public struct WeekdaySet: OptionSet, Hashable, Sendable {
  /// Bit `n` stands for the weekday of number `n + 1`.
  public let rawValue: UInt8

  /// The set of the bits of `rawValue`.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The set of the given days.
  public init(_ days: some Sequence<Weekday>) {
    self.init(rawValue: days.reduce(0) { $0 | 1 << UInt8($1.rawValue - 1) })
  }

  /// Reads a run of days by its first and its last, both in it: `Mon-Fri`; it may pass the end of the
  /// week: `Sun-Thu`.
  ///
  ///     WeekdaySet(range: "Mon-")  // nil: a range has two ends
  public init?(range text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let ends = parts.compactMap { Weekday($0) }
    guard parts.count == 2, ends.count == 2 else { return nil }
    let length = (ends[1].rawValue - ends[0].rawValue + 7) % 7
    self.init((0...length).map { Weekday.allCases[(ends[0].rawValue - 1 + $0) % 7] })
  }

  /// Monday to Friday.
  public static let mondayToFriday = WeekdaySet(rawValue: 0b001_1111)
  /// Saturday and Sunday.
  public static let saturdayAndSunday = WeekdaySet(rawValue: 0b110_0000)
  /// All seven days.
  public static let everyDay = WeekdaySet(rawValue: 0b111_1111)

  /// Whether `day` is in the set.
  public func contains(_ day: Weekday) -> Bool { rawValue >> UInt8(day.rawValue - 1) & 1 == 1 }

  /// The days of the set, Monday first.
  public var days: [Weekday] { Weekday.allCases.filter { contains($0) } }
}
