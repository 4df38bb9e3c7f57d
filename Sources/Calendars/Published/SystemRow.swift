import Vocabulary

/// One row of the table of published systems while it is read.
struct SystemRow {
  private let line: Int
  private let fields: [String]
  /// What is wrong with the row, a sentence each.
  private(set) var problems: [String] = []

  /// A row with a field for each column.
  init(_ record: CSVFile.Record) {
    (line, fields) = (record.line, record.fields)
  }

  /// The system of the row; `nil` where something is wrong with it, which `problems` then says.
  mutating func system() -> SettlementSystem? {
    let name = text(.system)
    let currency = currency()
    let hours = hours()
    let (kind, source, confidence) = (text(.kind), text(.source), text(.confidence))
    guard problems.isEmpty, let hours else { return nil }
    return SettlementSystem(
      name: name, currency: currency, hours: hours, kind: kind, source: source,
      confidence: confidence, notes: field(.notes))
  }

  /// The currency; `nil` for a system of several.
  private mutating func currency() -> Currency? {
    if field(.currency) == "MULTI" { return nil }
    return value(.currency, "a currency or MULTI", Currency.all.map(\.code)) { Currency($0) }
  }

  private mutating func hours() -> OperatingHours? {
    let zone = zone()
    let opening = value(.opening, "how it opens", OpeningKind.allCases.map(\.rawValue)) {
      OpeningKind(rawValue: $0)
    }
    let (opens, closes) = (time(.opens), time(.closes))
    let (customer, interbank) = (time(.customerCutOff), time(.interbankCutOff))
    let rule = value(.days, "days as Mon-Fri or Mon-Fri+working weekends") {
      OperatingDays.Rule(written: $0)
    }
    let calendar = value(.calendar, "a published calendar", PublishedCalendars.names) {
      PublishedCalendars.named($0)
    }
    let (from, until) = (date(.effectiveFrom), date(.effectiveUntil))
    guard problems.isEmpty, let zone, let opening, let opens, let closes, let customer,
      let interbank, let rule, let calendar
    else { return nil }
    do {
      return try OperatingHours(
        zone: zone, days: OperatingDays(calendar, rule), opening: opening, opens: opens,
        customerCutOff: customer, interbankCutOff: interbank, closes: closes, effectiveFrom: from,
        effectiveUntil: until)
    } catch {
      problems.append("line \(line): \(error)")
      return nil
    }
  }
}

extension SystemRow {
  private func field(_ column: SystemColumn) -> String {
    guard let place = SystemColumn.allCases.firstIndex(of: column) else { return "" }
    return fields[place]
  }

  private mutating func note(_ column: SystemColumn, _ sentence: String) {
    problems.append("line \(line): \(column.rawValue): \(sentence)")
  }

  /// A field that something is read from; among `known` the nearest is named.
  private mutating func value<Value>(
    _ column: SystemColumn, _ expected: String, _ known: [String] = [], _ read: (String) -> Value?
  ) -> Value? {
    let field = field(column)
    if let value = read(field) { return value }
    note(
      column,
      "expected \(expected), found '\(field)'\(NearestName.question(field, among: known))")
    return nil
  }

  /// A text that must be there.
  private mutating func text(_ column: SystemColumn) -> String {
    value(column, "a text") { $0.isEmpty ? nil : $0 } ?? ""
  }

  private mutating func zone() -> Zone? {
    do { return try Zone(identifier: field(.zone)) } catch {
      note(.zone, "\(error)")
      return nil
    }
  }

  /// A time in the one way of writing it.
  private mutating func time(_ column: SystemColumn) -> WallTime? {
    value(column, "a time as 09:30") { text in
      WallTime(text).flatMap { $0.description == text ? $0 : nil }
    }
  }

  /// A date, or `nil` for an empty field.
  private mutating func date(_ column: SystemColumn) -> CivilDate? {
    if field(column).isEmpty { return nil }
    return value(column, "a date as 2026-03-31 or nothing") { CivilDate($0) }
  }
}
