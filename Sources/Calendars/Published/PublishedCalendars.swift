/// The calendars that ship with the project, by name.
public enum PublishedCalendars {
  /// Laid out when first asked for, in the order of the reference list.
  private static let table: [(name: String, calendar: @Sendable () -> PublishedCalendar)] = [
    ("USFED", { .usfed }),
    ("TARGET", { .target }),
    ("GBENG", { .gbeng }),
    ("HK", { .hk }),
    ("SG", { .sg }),
    ("JP", { .jp }),
    ("CN", { .cn }),
    ("CHSIC", { .chsic }),
    ("AURITS", { .aurits }),
    ("CA", { .ca }),
    ("IN", { .`in` }),
    ("AE", { .ae }),
    ("BR", { .br }),
    ("IE", { .ie }),
    ("DEHE", { .dehe }),
  ]

  /// The names, in a fixed order; `NONE`, on which nothing ever rests, is the last.
  public static let names: [String] = table.map(\.name) + [HolidayCalendar.none.name]

  /// The calendar of a name in capitals; `nil` where there is none.
  public static func named(_ name: String) -> HolidayCalendar? {
    name == HolidayCalendar.none.name ? HolidayCalendar.none : published(name)?.calendar
  }

  /// The calendar of a name with its source and confidence; `nil` where there is none, and for
  /// `NONE`, of which there is nothing to know.
  public static func published(_ name: String) -> PublishedCalendar? {
    table.first { $0.name == name }?.calendar()
  }

  /// All calendars but `NONE`, in the order of `names`.
  public static var all: [PublishedCalendar] { table.map { $0.calendar() } }
}
