import Chance
import Vocabulary

extension ScenarioReader {
  /// How many overrides a model's screening may have.
  ///
  /// So that the place of the terms of a corridor and a rail fits eight bits (`ScreeningTable`).
  static let mostOverrides = 200

  /// What a payment must be for the entry to hold, then what holds instead; a term that is left out
  /// is that of the model's screening. The first entry that fits a payment holds, so that the order
  /// of the list matters.
  ///
  /// Conditions hold together: an entry with `from` and `currency` is for payments that meet both.
  /// Outside parties are named here, other than in a pool or a route.
  static let overrideShape = Shape(
    name: "screening-override",
    description: "Other terms for some payments; the first that fits holds.",
    fields: [
      Field(
        "rail", .choice(RailKind.allCases.map(\.rawValue)), .leaves("any"), "The rail they take."),
      Field("from", .parties, .leaves("everybody"), "Who pays: branches, any branch, or outside."),
      Field("to", .parties, .leaves("everybody"), "Who is paid."),
      Field("currency", .currency, .leaves("any"), "The currency sent."),
      Field("alert-rate", .share, .leaves("as in general"), "The share that raises an alert."),
      Field(
        "false-positive-share", .share, .leaves("as in general"),
        "The share of alerts that a review clears."),
      Field("check", .span, .leaves("as in general"), "How long the automatic check takes."),
      Field(
        "review", .object(timeDistributionShape), .leaves("as in general"),
        "How long a person works on an alert."),
      Field(
        "review-hours", .choice(Screening.ReviewHours.allCases.map(\.rawValue)),
        .leaves("as in general"), "When reviews are worked on."),
    ])

  /// Reads the overrides of a model's screening; `nil` where one is refused.
  ///
  /// - Parameters:
  ///   - base: The model's terms, which an entry inherits; where they are refused no entry can be
  ///     made.
  ///   - rails: The model's rails; where they are refused, any rail may be named.
  /// - Returns: In the order of the file, none without a section.
  func readScreeningOverrides(_ model: Section, _ base: Screening?, _ rails: [Rail]?)
    -> [ScreeningOverride]?
  {
    guard let section = model.has("screening") ? model.section("screening") : nil else { return [] }
    let given = section.list("overrides")
    if let excess = given.dropFirst(ScenarioReader.mostOverrides).first {
      problems.add(excess, "more than \(ScenarioReader.mostOverrides) overrides")
    }
    let overrides = given.prefix(ScenarioReader.mostOverrides).compactMap {
      override($0, base, rails?.map(\.kind))
    }
    return overrides.count == given.count ? overrides : nil
  }

  /// An entry whose rail, if it names one, is the model's or that of correspondents. Correspondents
  /// always may be named, since payments to and from outside take them in every model.
  private func override(_ written: YAMLValue, _ base: Screening?, _ kinds: [RailKind]?)
    -> ScreeningOverride?
  {
    guard let section = Section(written, as: ScenarioReader.overrideShape, problems) else {
      return nil
    }
    let rail: RailKind? = section.choice("rail")
    let from = parties(section, "from", outside: true)
    let to = parties(section, "to", outside: true)
    let currency = section.read("currency") { Currency($0) }
    if let rail, let kinds, rail != .correspondent, !kinds.contains(rail) {
      problems.add(
        section["rail"] ?? written, "found '\(rail.rawValue)', a rail that the model has not")
    }
    guard let base, let terms = terms(section, inheriting: base),
      (rail != nil) == section.has("rail"), (from != nil) == section.has("from"),
      (to != nil) == section.has("to"), (currency != nil) == section.has("currency")
    else { return nil }
    return ScreeningOverride(rail: rail, from: from, to: to, currency: currency, terms: terms)
  }

  /// The general terms with those that the entry gives in their place.
  ///
  /// - Returns: `nil` where one that is given is refused.
  private func terms(_ section: Section, inheriting base: Screening) -> Screening? {
    func given<Value>(_ key: String, _ general: Value, _ parse: (String) -> Value?) -> Value? {
      section.has(key) ? section.read(key, parse) : general
    }
    let rate = given("alert-rate", base.alertRate, ScenarioReader.share)
    let cleared = given("false-positive-share", base.falsePositiveShare, ScenarioReader.share)
    let check = given("check", base.check) { ScenarioReader.span($0) }
    let hours = given("review-hours", base.reviewHours) { Screening.ReviewHours(rawValue: $0) }
    let review = section["review"].map { reviewTime($0) } ?? base.review
    guard let rate, let cleared, let check, let hours, let review else { return nil }
    return Screening(
      alertRate: rate, falsePositiveShare: cleared, check: check, review: review,
      reviewHours: hours)
  }

  /// How long a person works on an alert, in seconds.
  func reviewTime(_ written: YAMLValue) -> Distribution? {
    distribution(written, ScenarioReader.timeDistributionShape) {
      ScenarioReader.span($0)?.inSeconds
    }
  }
}
