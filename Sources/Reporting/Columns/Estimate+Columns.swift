import Outcomes
import Vocabulary

/// A mean over replications, or what is known of it, as columns; of no estimate, that no
/// replication has a value.
///
/// One list for all tables with estimates, so that files and documents never differ in a name or a
/// definition.
extension Estimate {
  /// The columns of a figure that may be later than the horizon.
  ///
  /// - Parameters:
  ///   - mean: Where the mean is empty, for the dictionary.
  ///   - bound: Where the bound is.
  static func columns(
    mean: String = "where some are later than the horizon",
    bound: String = "where the mean is there, or nothing bounds it"
  ) -> [Column<Estimate?, EstimateDraft>] {
    plainColumns(mean: mean, interval: "below two replications; where the mean is") + [
      .count(
        "censored",
        "in how many it is later than the horizon; of a difference, in how many one of the two is, or "
          + "is there alone",
        about: "In how many it is later than the horizon.", into: { $0.censored = $1 }
      ) { $0?.censored ?? 0 },
      .number(
        "at_least", asUnitSays, "below what the mean cannot lie", empty: bound,
        about: "Below what the mean cannot lie; null where it is known.", into: { $0.atLeast = $1 }
      ) { $0?.atLeast },
    ]
  }

  /// The columns of a figure that is never later than the horizon.
  static func plainColumns(
    mean: String = "never", interval: String = "below two replications"
  ) -> [Column<Estimate?, EstimateDraft>] {
    [
      .number(
        "mean", asUnitSays, "the mean over the replications that have a value", empty: mean,
        about: "The mean over the replications that have a value; null where none has or one is "
          + "later than the horizon.", into: { $0.mean = $1 }
      ) { $0?.mean },
      .number(
        "low95", asUnitSays, "the lower end of its 95 % interval (Student's t)", empty: interval,
        about: "The lower end of the 95 % interval; null without one.", into: { $0.low = $1 }
      ) { $0?.interval?.lowerBound },
      .number(
        "high95", asUnitSays, "the upper end", empty: "likewise",
        about: "The upper end of the 95 % interval; null without one.", into: { $0.high = $1 }
      ) { $0?.interval?.upperBound },
      .count(
        "replications", "how many replications have a value; 1 where all are one observation",
        into: { $0.replications = $1 }
      ) { $0?.replications ?? 0 },
    ]
  }

  /// The unit of a column whose table has a column `unit`, as the dictionary says it.
  ///
  /// The unit of columns whose rows have a unit each.
  private static let asUnitSays = "as `unit` says"

  /// The members of an estimate in documents; all of them are there, with null for what is not
  /// known.
  static func members(_ estimate: Estimate?) -> [(key: String, value: JSONNode)] {
    table.members(estimate)
  }

  /// The shape of an estimate in documents.
  static var shape: [DocumentShape.Member] { table.members }

  /// The columns outside of any file: what a document holds of an estimate.
  private static let table = Table("an estimate", columns())
}
