import Bookkeeping
import Outcomes
import Reporting
import Vocabulary

/// A comparison as a run of a week would make it: typed figures, no simulator.
enum Week {
  static let start = Instant("2026-03-06T05:00:00Z")!
  static let branches = ["NYC", "LON", "DUB", "HKG", "SIN"]
  static let currencies: [Currency] = [.usd, .gbp, .eur, .hkd, .sgd]
  static let identity = RunIdentity(version: "0.1.0", zoneDataVersion: "2025b")
  static let limits = ["Branches settle gross.", "Reviews last <30 min & are never <lost>."]

  static func digest(_ seed: UInt64) -> Digest {
    var digest = Digest()
    digest.combine(seed)
    return digest
  }

  static func header(name: String = "five-branches", title: String = "Five branches, one week")
    -> Header
  {
    Header(
      name: name, title: title,
      question: "How much sooner would payments arrive, and how much money would come free?",
      description: "Clients of one bank move their own money and pay suppliers.", from: start,
      until: start + .days(7), horizon: start + .days(8), seed: 7, replications: 100,
      scenarioDigest: digest(1), reportingCurrency: .usd)
  }

  static let batch = ModelHeader(
    name: "batch", title: "Correspondent banking", rail: "correspondent", events: digest(2),
    books: digest(3), outcomes: digest(4))
  static let token = ModelHeader(
    name: "token", title: "Tokenized deposits", rail: "tokenized-deposit", events: digest(5),
    books: digest(6), outcomes: digest(7))

  /// The whole comparison of two models, or of as many as are given.
  static func comparison(
    header: Header = header(), models: [ModelHeader] = [batch, token], rows: [OutcomeRow]? = nil
  ) -> Comparison {
    Comparison(
      header: header, models: models, rows: rows ?? Week.rows(models), curves: curves(models),
      poolHistories: histories(models), journeys: [journey], timesOfWeek: timesOfWeek(models),
      fans: fans(models))
  }

  /// A journey over a night.
  static let journey = RecordedJourney(
    model: "batch", replication: 0,
    journey: Journey(
      payment: "P-1", amount: Money(minorUnits: 1, .usd), instructed: start,
      segments: [
        Segment(cause: .processing, from: start, to: start + .minutes(3)),
        Segment(
          cause: .foreignExchange, from: start + .minutes(3),
          to: start + .hours(9) + TimeSpan(microseconds: 1)),
      ], end: .credited, missedCutOff: true))

  /// Clocks with a mark at every local midnight.
  static let clocks = [
    ClockAxis(title: "UTC", ticks: midnights(offset: 0)),
    ClockAxis(title: "New York", branches: ["NYC"], ticks: midnights(offset: 5)),
    ClockAxis(title: "LON", branches: ["LON", "DUB"], ticks: midnights(offset: 0)),
    ClockAxis(title: "Hong Kong", branches: ["HKG", "SIN"], ticks: midnights(offset: -8)),
  ]

  private static func midnights(offset: Int64) -> [ClockAxis.Tick] {
    let days = [
      "Fri 6", "Sat 7", "Sun 8", "Mon 9", "Tue 10", "Wed 11", "Thu 12", "Fri 13", "Sat 14",
    ]
    let first = CivilDate("2026-03-06")!.startOfDayUTC
    return days.enumerated().map {
      ClockAxis.Tick(at: first + .days(Int64($0.offset)) + .hours(offset), label: $0.element)
    }
  }
}
