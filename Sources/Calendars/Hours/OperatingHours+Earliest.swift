public import Vocabulary

extension OperatingHours {
  /// The first window that admits a payment handed over at an instant, and when it settles there
  /// at the earliest: then, or at the opening.
  ///
  /// The definition, day by day, without compiling: the first value date whose cut-off of the kind
  /// lies after the instant. A simulation asks its `Timetable`, which gives the same answer.
  ///
  /// - Returns: `nil` where these hours end before.
  /// - Throws: `CalendarError.outsideYears` where a day that may be the answer lies outside the
  ///   calendar's years.
  public func earliest(_ kind: CutOff, at instant: Instant) throws(CalendarError)
    -> (settles: Instant, window: Window)?
  {
    let cutOff = kind == .customer ? customerCutOff : interbankCutOff
    var date = zone.local(of: instant).date - 2
    while try self.instant(on: date, at: cutOff) <= instant { date = date + 1 }
    _ = try days.status(of: date)
    if let from = effectiveFrom { date = max(date, from) }
    while effectiveUntil.map({ date < $0 }) ?? true {
      if let window = try compile(valueDates: date...date).windows.first,
        window.cutOff(kind) > instant
      {
        return (max(instant, window.opens), window)
      }
      date = date + 1
    }
    return nil
  }
}
