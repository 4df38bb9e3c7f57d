/// The equinoxes on the calendar of Japan.
///
/// The approximation in common use for the years 1980 to 2099 (Nagasawa, Hydrographic Department
/// of the Japan Coast Guard); the Cabinet Office fixes each year's day in the February before.
enum Equinox {
  /// The day of March on which spring begins.
  static func vernalDay(of year: Int) -> Int { day(of: year, from: 20.8431) }

  /// The day of September on which autumn begins.
  static func autumnalDay(of year: Int) -> Int { day(of: year, from: 23.2488) }

  private static func day(of year: Int, from base: Double) -> Int {
    precondition((1_980...2_099).contains(year), "the formula holds from 1980 to 2099")
    let drift = base + 0.242194 * Double(year - 1_980)
    return Int(drift.rounded(.down)) - (year - 1_980) / 4
  }
}
