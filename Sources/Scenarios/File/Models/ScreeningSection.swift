import Chance
import Vocabulary

extension ScenarioReader {
  /// An alert waits for people and is cleared with the false-positive share; all others are refused
  /// and go back. The check itself takes the same time for every payment, the review a drawn one.
  ///
  /// `check` and `review` follow each other, and both count as screening with the closed hours of
  /// the desk. All defaults are assumed; the mildest is that every alert is false.
  static let screeningShape = Shape(
    name: "screening", description: "How payments are screened against sanctions lists.",
    fields: [
      Field("alert-rate", .share, .required, "The share of payments that raise an alert."),
      Field(
        "false-positive-share", .share, .means("100%"),
        "The share of alerts that a review clears; the others are refused and returned."),
      Field("check", .span, .means("0s"), "How long the automatic check takes."),
      Field(
        "review", .object(timeDistributionShape), .leaves("at once"),
        "How long a person works on an alert, in review time."),
      Field(
        "review-hours", .choice(Screening.ReviewHours.allCases.map(\.rawValue)),
        .means("working-hours"), "When reviews are worked on."),
      Field(
        "overrides", .list(.object(overrideShape)), .leaves("none"),
        "Other terms by rail and corridor."),
    ])

  /// Reads how payments are screened; not at all where the key is not given. `nil` where a term is
  /// refused.
  func readScreening(_ model: Section) -> Screening? {
    guard model.has("screening") else {
      return Screening(
        alertRate: 0, falsePositiveShare: 1, check: .zero, review: .constant(0),
        reviewHours: .working)
    }
    guard let section = model.section("screening") else { return nil }
    let rate = section.read("alert-rate", ScenarioReader.share)
    let cleared = section.read("false-positive-share", ScenarioReader.share)
    let check = section.read("check") { ScenarioReader.span($0) }
    let hours: Screening.ReviewHours? = section.choice("review-hours")
    let review = section["review"].map { reviewTime($0) } ?? .constant(0)
    guard let rate, let cleared, let check, let hours, let review else { return nil }
    return Screening(
      alertRate: rate, falsePositiveShare: cleared, check: check, review: review,
      reviewHours: hours)
  }
}
