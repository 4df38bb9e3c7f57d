import Calendars
import Vocabulary

extension ScenarioReader {
  /// Reads an instant: with Z or an offset, or on the clock of a zone that stands behind it.
  ///
  /// A local time without either is refused, since no clock is the scenario's own; so is one that
  /// the clock jumps over. Of one that it shows twice the earlier counts (`Zone.instant(on:at:)`).
  mutating func instant(_ written: YAMLValue?) -> Instant? {
    guard let written else { return nil }
    let (clock, name) = ScenarioReader.parted(written.text ?? "")
    let read: WrittenInstant
    do { read = try WrittenInstant(clock) } catch {
      refuse(written, error.clause)
      return nil
    }
    guard let name else {
      if read.instant == nil { refuse(written, InstantError.noZone.clause) }
      return read.instant
    }
    guard read.offset == nil else {
      refuse(written, "; found an offset and a zone, expected one of them")
      return nil
    }
    guard let zone = zone(name, at: written) else { return nil }
    return instant(read, on: zone, written)
  }

  /// A text without the name of a zone at its end, and that name: what begins with a letter behind
  /// a blank.
  private static func parted(_ text: String) -> (clock: String, zone: String?) {
    let parts = text.split(separator: " ")
    guard parts.count > 1, let last = parts.last, last.first?.isLetter == true else {
      return (text, nil)
    }
    return (parts.dropLast().joined(separator: " "), String(last))
  }

  /// Notes that no instant stands there.
  ///
  /// - Parameter clause: What to add, with its semicolon.
  private func refuse(_ written: YAMLValue, _ clause: String) {
    problems.add(written, "found \(written.found), expected \(Form.instant.expected)\(clause)")
  }

  /// The instant at which the clock of a zone shows what was read; a time in a gap of the clock is
  /// refused and not moved forward, since who wrote it had another clock in mind.
  private func instant(_ read: WrittenInstant, on zone: Zone, _ written: YAMLValue) -> Instant? {
    switch zone.reading(read) {
    case .instant(let instant): return instant
    case .outsideYears:
      problems.add(
        written,
        "the clock of \(zone.identifier) is known for "
          + "\(Zone.years.lowerBound) to \(Zone.years.upperBound), not \(read.date)")
    case .jumpedOver:
      problems.add(
        written,
        "found \(written.found), a time that the clock jumps over on that day, "
          + "expected one that it shows")
    }
    return nil
  }
}
