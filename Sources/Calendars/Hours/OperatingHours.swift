public import Vocabulary

/// The hours of a settlement system or a branch on its local clock, ready to compile.
public struct OperatingHours: Sendable {
  /// The clock of all times.
  public let zone: Zone
  /// The dates that are value dates.
  public let days: OperatingDays
  /// The day on which `opens` is read.
  public let opening: OpeningKind
  /// When the window opens, on the day that `opening` names.
  public let opens: WallTime
  /// When customers must have handed over, on the value date.
  public let customerCutOff: WallTime
  /// When banks must have handed over, on the value date.
  public let interbankCutOff: WallTime
  /// When the window closes, on the value date; past 24:00 on the next calendar day.
  public let closes: WallTime
  /// The first value date of these hours; `nil` for one before every other.
  public let effectiveFrom: CivilDate?
  /// The first value date on which they hold no longer; `nil` for no end in sight.
  public let effectiveUntil: CivilDate?

  /// Hours on a local clock.
  ///
  ///     OperatingHours(…, opens: 09:00, customerCutOff: 18:00, closes: 17:00)
  ///     // throws: customer cut-off 18:00 lies after the close 17:00
  ///
  /// - Parameter interbankCutOff: The customer cut-off where none is given.
  /// - Throws: `CalendarError.impossibleHours` where a window would close before it opens, where
  ///   it would reach into the next, or where a cut-off lies after the close.
  public init(
    zone: Zone, days: OperatingDays, opening: OpeningKind = .sameDay, opens: WallTime,
    customerCutOff: WallTime, interbankCutOff: WallTime? = nil, closes: WallTime,
    effectiveFrom: CivilDate? = nil, effectiveUntil: CivilDate? = nil
  ) throws(CalendarError) {
    (self.zone, self.days, self.opening) = (zone, days, opening)
    (self.opens, self.closes, self.customerCutOff) = (opens, closes, customerCutOff)
    self.interbankCutOff = interbankCutOff ?? customerCutOff
    (self.effectiveFrom, self.effectiveUntil) = (effectiveFrom, effectiveUntil)
    if let reason = contradiction { throw .impossibleHours(reason: reason) }
  }

  /// What is wrong with the hours, as a sentence without a full stop.
  private var contradiction: String? {
    let latest = WallTime(seconds: min(172_800, opens.seconds + (opening == .sameDay ? 86_400 : 0)))
    if opens.seconds >= 86_400 { return "opening \(opens) lies past 24:00" }
    if opening == .sameDay, closes <= opens {
      return "close \(closes) is not after opening \(opens)"
    }
    if closes > latest { return "close \(closes) lies after the next opening \(latest)" }
    if customerCutOff > closes {
      return "customer cut-off \(customerCutOff) lies after the close \(closes)"
    }
    if interbankCutOff > closes {
      return "interbank cut-off \(interbankCutOff) lies after the close \(closes)"
    }
    if let from = effectiveFrom, let until = effectiveUntil, from >= until {
      return "effective from \(from) is not before effective until \(until)"
    }
    return nil
  }

  /// Whether the hours hold for a value date.
  public func areEffective(on date: CivilDate) -> Bool {
    if let from = effectiveFrom, date < from { return false }
    if let until = effectiveUntil, date >= until { return false }
    return true
  }
}
