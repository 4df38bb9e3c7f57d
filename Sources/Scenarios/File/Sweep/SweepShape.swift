import Measures

extension ScenarioReader {
  /// An axis sets one place of the file or several together, to each of its values in turn.
  ///
  /// A value takes the place of a text that stands in the file: an axis cannot add a key, nor
  /// change a list or a map as a whole. The cell is then read like any file, so that every rule of
  /// a scenario holds for it.
  static let axisShape = Shape(
    name: "axis", description: "Values of the file that change from cell to cell, and how.",
    fields: [
      Field(
        "path", .either([.path, .list(.path)]), .required,
        "What changes: the keys to a single value that stands in the file, parted by points, places "
          + "in lists in brackets from 0. Several change together. Where it is an alias, the value "
          + "changes at this path only.",
        examples: ["branches.NYC.customer-cut-off", "pools[0].opening-balance"]),
      Field(
        "values", .either([.axisRange, .list(.axisValue)]), .required,
        "What it becomes: a list of texts, or a range of times, lengths of time, amounts, numbers or "
          + "shares. Steps are exact and end at the high end, which is included; without a step a "
          + "range has Sobol points only.",
        examples: ["16:00..20:00 step 1h", "0.5M..2M step 250k", "1%..5%"]),
    ])

  /// Points of the Sobol sequence (Bratley and Fox, ACM Algorithm 659, 1988): more even than random
  /// ones, and the same in every run, as no seed takes part.
  static let sobolShape = Shape(
    name: "sobol-points", description: "Points that fill the space of the axes evenly.",
    fields: [
      Field(
        "sobol", .sobolCount, .required,
        "How many cells. Each axis of n values takes the one at ⌊n × coordinate⌋, a "
          + "range without a step the value at that share of its length: times to the second, other "
          + "numbers with three decimals more than its ends. Points outside of `where`, and those "
          + "that fall on an earlier cell, are left out for the next.")
    ])

  /// Without `points` all combinations are run that meet `where`; before that there may be 10,000.
  ///
  /// All cells have the seed of the scenario: a payment of one is the same in the others, unless
  /// the axis changes what it is drawn from.
  static let sweepShape = Shape(
    name: "sweep",
    description: "Variants of this scenario that `nostro sweep` runs on the same payments.",
    fields: [
      Field(
        "axes", .map(Form.axisNames, .object(axisShape)), .required,
        "What changes, by the names of its columns in sweep.csv, 40 at most."),
      Field(
        "where", .list(.bound), .leaves("every combination is run"),
        "What must hold between two axes, or between an axis and a number; other combinations are "
          + "left out.", examples: ["posting <= cut-off"]),
      Field(
        "points", .either([.points, .object(sobolShape)]), .means("grid"),
        "Which combinations: all of them, the last axis fastest, 10,000 at most; or Sobol points.",
        examples: ["grid", "{sobol: 64}"]),
      Field(
        "metrics", .list(.metricName), .leaves("every metric"),
        "The metrics that sweep.csv gives; the first three are printed.",
        examples: ["[time_to_credit.p95, late]"]),
      Field(
        "scopes", .list(.choice(Scope.Kind.allCases.map(\.rawValue))),
        .leaves("all, currency and pool"), "Of what it gives them."),
    ])
}

extension Form {
  private static func scalar(_ expected: String, _ pattern: String? = nil, number: Bool = false)
    -> Form
  {
    .scalar(Scalar(expected: expected, pattern: pattern, readsAsNumber: number))
  }

  /// The way to a value of the file.
  static let path = scalar("the path of a value like branches.NYC.opens, or a list of them")
  /// Values by steps.
  static let axisRange = scalar(
    "a list of values, or a range like 16:00..20:00 step 1h", #".+\.\..+"#)
  /// One value of an axis.
  static let axisValue = scalar("a value of at most 1,000 characters that print", number: true)
  /// What must hold between axes.
  static let bound = scalar(
    "a comparison of axes like posting <= cut-off", ".+ (<=|>=|==|<|>) .+")
  /// Which cells are run.
  static let points = scalar("grid, or the number of Sobol points like {sobol: 64}", "grid")
  /// A number of cells.
  static let sobolCount = scalar(
    "a whole number from 1 to 10,000", "[0-9][0-9_]*", number: true)
  /// A metric.
  static let metricName = scalar("the name of a metric like time_to_credit.p95")
  /// The names of axes as keys of a map.
  static let axisNames = Scalar(
    expected: "a name of at most 64 letters, digits, '-' and '_' that starts with a letter",
    pattern: "[A-Za-z][A-Za-z0-9_-]{0,63}")
}
