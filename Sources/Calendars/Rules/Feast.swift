import Vocabulary

/// A holiday of a published calendar: its name, its rule and what is known of it.
struct Feast: Sendable {
  /// The name; empty where no source names the day.
  let name: String
  let rule: HolidayRule
  let observance: Observance
  /// The years in which it is kept.
  let years: ClosedRange<Int>
  /// Years within `years` in which it is not.
  let except: [Int]
  /// The name of its substitute day.
  let substituteName: String
  /// Where it is known from, before what its calendar says; the first that fits.
  let evidence: [Evidence]

  init(
    _ name: String, _ rule: HolidayRule, _ observance: Observance = .none,
    years: ClosedRange<Int> = 2020...2035, except: [Int] = [], substitute: String? = nil,
    evidence: [Evidence] = []
  ) {
    (self.name, self.rule, self.observance) = (name, rule, observance)
    (self.years, self.except, self.evidence) = (years, except, evidence)
    substituteName = substitute ?? name + " (observed)"
  }

  /// A feast of which only the dates are known, written `2026_02_17`.
  init(_ name: String, _ dates: [Int], evidence: [Evidence] = []) {
    self.init(name, .dates(dates), evidence: evidence)
  }

  /// The dates in a year, before any observance.
  func dates(in year: Int) -> [CivilDate] {
    years.contains(year) && !except.contains(year) ? rule.dates(in: year) : []
  }
}

/// Where dates are known from and how far they can be trusted.
struct Evidence: Hashable, Sendable {
  /// How far.
  enum Confidence: Hashable, Sendable {
    /// All sources say the same.
    case agreed
    /// Sources differ; the sentence says why these are right.
    case resolved(String)
    /// One source, or none that is official; the sentence says which.
    case weak(String)
    /// Computed or guessed ahead of an announcement; the sentence says how.
    case estimate(String)
  }

  /// The sources, parted by `; `.
  let sources: String
  let confidence: Confidence
  let years: ClosedRange<Int>
  /// The only dates that it is about, written `2026_02_17`; empty for all of its years.
  let dates: [Int]

  init(
    _ sources: String, _ confidence: Confidence = .agreed,
    years: ClosedRange<Int> = 2020...2035, dates: [Int] = []
  ) {
    (self.sources, self.confidence, self.years, self.dates) = (sources, confidence, years, dates)
  }

  /// The evidence as it is printed beside a date.
  var description: String {
    let count = sources.split(separator: ";").count
    switch confidence {
    case .agreed: return "\(sources) (agreed by \(count.counted("source")))"
    case .resolved(let reason): return "\(sources) (resolved: \(reason))"
    case .weak(let reason), .estimate(let reason): return "\(sources) (weak: \(reason))"
    }
  }

  /// The order of confidence, the weakest first.
  var rank: Int {
    switch confidence {
    case .estimate: return 0
    case .weak: return 1
    case .resolved: return 2
    case .agreed: return 3
    }
  }

  /// Whether it is about a date, and about no other or about all of its years.
  func speaks(of date: CivilDate, alone: Bool) -> Bool {
    alone
      ? dates.contains { CivilDate(written: $0) == date }
      : dates.isEmpty && years.contains(date.year)
  }
}
