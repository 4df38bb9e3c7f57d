import Calendars
import Vocabulary

/// The settlement systems that a scenario can name, and those that it does in their order.
///
/// Only systems in use are compiled and lie in `Scenario.systems`: of the published ones a scenario
/// uses a few.
struct SystemBook {
  /// The scenario's own by name, `nil` where one is refused.
  var own: [String: (system: SettlementSystem?, written: YAMLValue)] = [:]
  /// The names of the scenario's own in the order of the file.
  var ownNames: [String] = []
  /// The names that pools and hops gave.
  var asked: Set<String> = []
  /// The systems in use, in the order of their first use.
  private(set) var used: [SettlementSystem] = []
  /// Their places by name.
  private var placesOfUsed: [String: Int] = [:]
  /// Where each was used first.
  private(set) var places: [YAMLValue] = []

  /// All names, the scenario's own first.
  var names: [String] { ownNames + PublishedSystems.names }

  /// Whether a system bears a name.
  func knows(_ name: String) -> Bool { own[name] != nil || PublishedSystems.names.contains(name) }

  /// The place of a system of a name among those in use; `nil` where it is not.
  func place(ofUsed name: String) -> SystemID? { placesOfUsed[name].map { SystemID($0) } }

  /// The place of a system among those in use, which it joins.
  ///
  /// The order of first use is that in which sections are read: pools, then routes, then models.
  mutating func use(_ system: SettlementSystem, at written: YAMLValue) -> SystemID {
    if let place = place(ofUsed: system.name) { return place }
    placesOfUsed[system.name] = used.count
    used.append(system)
    places.append(written)
    return SystemID(used.count - 1)
  }
}

extension ScenarioReader {
  /// The system that a key names, one of the given currency.
  ///
  /// - Parameter currency: What it must settle; `nil` where that was refused, and then no system is
  ///   found.
  mutating func system(_ section: Section, _ key: String, _ currency: Currency?) -> SystemID? {
    guard let written = section[key],
      let name = section.read(key, { YAMLValue.isName($0) ? $0 : nil })
    else { return nil }
    return system(named: name, at: written, currency)
  }

  /// The currency of a system that is known by name; a name that is not is reported elsewhere.
  func currency(ofSystem name: String) -> Currency? {
    if let own = systems.own[name] { return own.system?.currency }
    return PublishedSystems.named(name)?.currency
  }

  /// The system of a name, one of the given currency.
  ///
  ///     system-of-another-currency.yaml:10:13: pools[0].system: 'CHAPS' settles GBP, expected a …
  ///
  /// The name counts as asked for even where it is refused, so that nobody is told that it is not
  /// used.
  ///
  /// - Returns: `nil` for a name that no system has, a refused one, and one of another or of
  ///   several currencies.
  mutating func system(named name: String, at written: YAMLValue, _ currency: Currency?)
    -> SystemID?
  {
    systems.asked.insert(name)
    guard systems.knows(name) else {
      problems.add(
        written,
        "found '\(name)', expected the name of a system"
          + Nearest.hint(name, among: systems.names))
      return nil
    }
    guard let system = withExtraHolidays(named: name, at: written), let currency else { return nil }
    guard system.currency == currency else {
      problems.add(
        written,
        "'\(name)' settles \(system.currency?.code ?? "several currencies"), "
          + "expected a system of \(currency)")
      return nil
    }
    return systems.use(system, at: written)
  }

  /// A system on its calendar with the scenario's extra holidays. The scenario's own systems have
  /// theirs already, since they are read after the calendars.
  private mutating func withExtraHolidays(named name: String, at written: YAMLValue)
    -> SettlementSystem?
  {
    if let own = systems.own[name] { return own.system }
    guard let system = PublishedSystems.named(name) else { return nil }
    let days = system.hours.days
    guard let extra = calendars.extras[days.calendar.name] else { return system }
    return reported(at: extra.written) { () throws(CalendarError) in
      guard let calendar = try calendars.named(days.calendar.name) else { return system }
      let hours = system.hours
      return SettlementSystem(
        name: system.name, currency: system.currency,
        hours: try OperatingHours(
          zone: hours.zone, days: OperatingDays(calendar, days.rule), opening: hours.opening,
          opens: hours.opens, customerCutOff: hours.customerCutOff,
          interbankCutOff: hours.interbankCutOff, closes: hours.closes,
          effectiveFrom: hours.effectiveFrom, effectiveUntil: hours.effectiveUntil),
        kind: system.kind, source: system.source, confidence: system.confidence,
        notes: system.notes)
    }
  }
}
