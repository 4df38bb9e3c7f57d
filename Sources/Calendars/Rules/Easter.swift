import Vocabulary

/// The date of Easter in the Gregorian calendar.
enum Easter {
  /// Easter Sunday of a year from 1583 on.
  ///
  /// The anonymous algorithm of Nature (20 April 1876), as in Meeus, *Astronomical Algorithms*,
  /// 2nd edition, chapter 8.
  static func sunday(of year: Int) -> CivilDate {
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let golden = year % 19
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday =
      (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let number = epact + weekday - 7 * shift + 114
    return CivilDate(written: year * 10_000 + number / 31 * 100 + number % 31 + 1)
  }
}
