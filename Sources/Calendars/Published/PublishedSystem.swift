import Vocabulary

/// A settlement system as its file states it, in the terms of the reference table.
struct PublishedSystem: Sendable {
  let system: SettlementSystem

  /// A row of the table; a mistake in it traps with a sentence.
  ///
  /// - Parameters:
  ///   - currency: The code, or `MULTI` for a system of several.
  ///   - days: The days of the week on which it runs but for the holidays of `calendar`.
  ///   - workingWeekends: Whether it runs on the calendar's working weekends too.
  ///   - from: The first value date of these hours, written `2028_01_01`.
  ///   - until: The first value date on which they hold no longer.
  init(
    _ name: String, _ currency: String, zone: String, calendar: String, days: WeekdaySet,
    workingWeekends: Bool = false, opening: OpeningKind, opens: String, customerCutOff: String,
    interbankCutOff: String, closes: String, from: Int? = nil, until: Int? = nil, kind: String,
    source: String, confidence: String, notes: String
  ) {
    guard let rests = PublishedCalendars.named(calendar),
      currency == "MULTI" || Currency(currency) != nil
    else { preconditionFailure("system \(name) names a calendar or a currency that is not there") }
    do {
      let hours = try OperatingHours(
        zone: Zone(identifier: zone),
        days: OperatingDays(rests, .weekdays(days, workingWeekends: workingWeekends)),
        opening: opening, opens: PublishedSystem.time(opens),
        customerCutOff: PublishedSystem.time(customerCutOff),
        interbankCutOff: PublishedSystem.time(interbankCutOff),
        closes: PublishedSystem.time(closes),
        effectiveFrom: from.map(CivilDate.init(written:)),
        effectiveUntil: until.map(CivilDate.init(written:)))
      system = SettlementSystem(
        name: name, currency: Currency(currency), hours: hours, kind: kind, source: source,
        confidence: confidence, notes: notes)
    } catch {
      preconditionFailure("system \(name): \(error)")
    }
  }

  private static func time(_ text: String) -> WallTime {
    guard let time = WallTime(text) else {
      preconditionFailure("the published time \(text) does not exist")
    }
    return time
  }
}

extension WeekdaySet {
  /// Monday to Saturday (UAEFTS).
  static let mondayToSaturday = WeekdaySet(rawValue: 0b011_1111)
  /// Sunday to Friday (Fedwire as announced).
  static let sundayToFriday = WeekdaySet(rawValue: 0b101_1111)
}
