/// A column of the table of published systems, in the order of the table; `README.md` beside it says
/// what each holds.
enum SystemColumn: String, CaseIterable, Sendable {
  case system, currency
  case zone = "iana_zone"
  case opening
  case opens = "opens_local"
  case customerCutOff = "customer_cutoff_local"
  case interbankCutOff = "interbank_cutoff_local"
  case closes = "closes_local"
  case days, calendar
  case effectiveFrom = "effective_from"
  case effectiveUntil = "effective_until"
  case kind, source, confidence, notes
}
