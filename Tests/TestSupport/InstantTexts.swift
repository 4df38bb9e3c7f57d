/// Texts of points of time for the tests of every form of file, with what each is worked out by hand:
/// one reader stands behind all of them.
public enum InstantTexts {
  /// Texts that are read, and the same instant in UTC.
  public static let accepted = [
    ("2026-03-06T09:30:00Z", "2026-03-06T09:30:00Z"),
    ("2026-03-06 09:30:00Z", "2026-03-06T09:30:00Z"),
    ("2026-03-06T09:30Z", "2026-03-06T09:30:00Z"),
    ("2026-03-06 9:30Z", "2026-03-06T09:30:00Z"),
    ("2026-03-06T09:30:00+01:00", "2026-03-06T08:30:00Z"),
    ("2026-03-06 09:30:00+0100", "2026-03-06T08:30:00Z"),
    ("2026-03-06 09:30:00-05", "2026-03-06T14:30:00Z"),
    ("2026-03-06T00:30:00+05:45", "2026-03-05T18:45:00Z"),
    ("2026-03-06T23:30:00-14:00", "2026-03-07T13:30:00Z"),
    ("2026-03-06T09:30:00-00:00", "2026-03-06T09:30:00Z"),
    ("2026-03-06T09:30:00.5Z", "2026-03-06T09:30:00.500000Z"),
    ("2026-03-06 09:30:00.000001+00", "2026-03-06T09:30:00.000001Z"),
    // Seven decimals as .NET writes them, nine as Java does: zeros say nothing.
    ("2026-03-06T09:30:00.0000000+00:00", "2026-03-06T09:30:00Z"),
    ("2026-03-06T09:30:00.123456000Z", "2026-03-06T09:30:00.123456Z"),
  ]

  /// Texts of a good form that are refused, and the reason.
  public static let refused = [
    ("2026-03-06", "found a date alone, expected a time of day behind it"),
    ("2026-02-30T09:30:00Z", "found the date 2026-02-30, which no calendar has"),
    ("2026-03-06T24:00:00Z", "found the time 24:00:00, which no day has"),
    ("2026-03-06 09:60Z", "found the time 09:60, which no day has"),
    ("2026-03-06T23:59:60Z", "found the second 60, leap seconds are not counted"),
    ("2026-03-06T09:30:00.1234567Z", "found 7 decimals of a second, a microsecond holds 6"),
    ("2026-03-06T09:30:00.0000000010Z", "found 9 decimals of a second, a microsecond holds 6"),
    (
      "2026-03-06T09:30:00+14:01", "found the offset +14:01, expected at most 14 hours either way"
    ),
    (
      "2026-03-06T09:30:00-01:60", "found the offset -01:60, expected at most 14 hours either way"
    ),
  ]

  /// A local time, which only some files can place on a clock, and why the others refuse it.
  public static let local = "2026-03-06T09:30:00"
  /// The reason.
  public static let noZone = "found no zone, expected Z or an offset like +01:00"

  /// Texts of another form, of which there is nothing more to say.
  public static let others = [
    "yesterday", "2026-3-6T09:30:00Z", "20260306T093000Z", "2026-03-06t09:30:00Z",
    "2026-03-06T09:30:00z", "2026-03-06T09:30.5Z", "2026-03-06T09:30:00.Z",
    "2026-03-06T09:30:00+1:00", "2026-03-06T09:30:00+01:", "2026-03-06T9Z", "2026-03-06T09:30:00Z.",
    "٢٠٢٦-03-06T09:30:00Z", "1772840700",
  ]
}
