import Chance
import Vocabulary

extension ScenarioReader {
  /// A distribution of amounts: values in major units of the flow's currency, as `25k` or `1.5M`.
  static let amountDistributionShape = distributionShape("amount", .amount)
  /// A distribution of times: values with their unit, as `90s` or `2h`, kept as seconds.
  ///
  /// Negative draws, as of a normal distribution, are taken for no time.
  static let timeDistributionShape = distributionShape("time", .span)

  /// The distributions of a quantity whose values are written in a form. Exactly one key is given,
  /// and it names the distribution.
  private static func distributionShape(_ quantity: String, _ form: Form) -> Shape {
    func one(_ key: String, _ description: String, _ fields: [Field]) -> Field {
      let shape = Shape(name: "\(quantity)-\(key)", description: description, fields: fields)
      return Field(key, .object(shape), .leaves("another is given"), description)
    }
    func value(_ key: String, _ description: String) -> Field {
      Field(key, form, .required, description)
    }
    return Shape(
      name: "\(quantity)-distribution", description: "Exactly one of the distributions.",
      fields: [
        Field("constant", form, .leaves("another is given"), "Always the same value."),
        one("uniform", "Even.", [value("low", "The least."), value("high", "The most.")]),
        one("exponential", "Without memory.", [value("mean", "The mean.")]),
        one(
          "normal", "The bell curve.",
          [value("mean", "The mean."), value("standard-deviation", "The spread.")]),
        one("lognormal", "By median and p95, or by mu and sigma.", lognormalFields(form)),
        one(
          "gamma", "Its mean is shape times scale.",
          [Field("shape", .factor, .required, "The shape."), value("scale", "The scale.")]),
        one(
          "pareto", "A heavy tail.",
          [value("minimum", "The least."), Field("alpha", .factor, .required, "The exponent.")]),
        Field(
          "table", .map(Form.Scalar(expected: Form.share.expected, pattern: nil), form),
          .leaves("another is given"),
          "Quantiles from 0% to 100%, linear in between, as 0%: 1k, 100%: 9k."),
      ], takesOne: true)
  }

  /// Either two quantiles of the quantity, or both parameters of its logarithm (of major units, or
  /// of seconds): mu = ln median, sigma = ln(p95 / median) / 1.6449.
  private static func lognormalFields(_ form: Form) -> [Field] {
    [
      Field("median", form, .leaves("mu is given"), "Half of the values lie below."),
      Field("p95", form, .leaves("sigma is given"), "95 % of the values lie below."),
      Field("mu", .number, .leaves("median is given"), "The mean of the logarithm."),
      Field("sigma", .factor, .leaves("p95 is given"), "The spread of the logarithm."),
    ]
  }

  /// Reads a distribution whose values `unit` turns from text to numbers.
  ///
  ///     flows.suppliers.amount: found constant and uniform, expected exactly one of constant, …
  ///     corridors[8].hops[0].processing.lognormal: p95 is 60.0, expected at least median, 120.0
  ///
  /// - Parameter unit: A number in major units or seconds, as the shape says.
  /// - Returns: `nil` where a value is refused, or where no distribution has these parameters
  ///   (`Distribution.validated()`); that is reported.
  func distribution(_ written: YAMLValue, _ shape: Shape, _ unit: (String) -> Double?)
    -> Distribution?
  {
    guard let section = Section(written, as: shape, problems) else { return nil }
    let given = shape.fields.map(\.key).filter { section.has($0) }
    guard let key = given.first, given.count == 1 else {
      let found = given.isEmpty ? "none" : given.joined(separator: " and ")
      let known = shape.fields.map(\.key).joined(separator: ", ")
      problems.add(written, "found \(found), expected exactly one of \(known)")
      return nil
    }
    guard let distribution = distribution(section, key, unit) else { return nil }
    do { return try distribution.validated() } catch {
      problems.add(section[key] ?? written, error.description)
      return nil
    }
  }

  /// The distribution of one key, its parameters in the unit of the quantity; `shape` and `alpha`
  /// are pure numbers.
  ///
  /// - Returns: `nil` where one is refused. What no distribution may have (a low above the high) is
  ///   found by `validated()` afterwards.
  private func distribution(_ section: Section, _ key: String, _ unit: (String) -> Double?)
    -> Distribution?
  {
    switch key {
    case "constant": return section.read(key, unit).map { .constant($0) }
    case "table": return table(section, unit).map { .table($0) }
    case "lognormal": return section.section(key).flatMap { lognormal($0, unit) }
    default: break
    }
    guard let parameters = section.section(key) else { return nil }
    let number = { (text: String) in ScenarioReader.factor(text, atMost: 1e12) }
    let values = parameters.shape.fields.map { field in
      parameters.read(field.key, ["shape", "alpha"].contains(field.key) ? number : unit)
    }
    let numbers = values.compactMap { $0 }
    guard numbers.count == values.count, let first = numbers.first, let last = numbers.last else {
      return nil
    }
    switch key {
    case "uniform": return .uniform(low: first, high: last)
    case "exponential": return .exponential(mean: first)
    case "normal": return .normal(mean: first, standardDeviation: last)
    case "gamma": return .gamma(shape: first, scale: last)
    case "pareto": return .pareto(minimum: first, alpha: last)
    default: preconditionFailure("no distribution \(key)")
    }
  }

  /// A lognormal distribution by its median and 95th percentile, or by mu and sigma; a mixture is
  /// reported.
  private func lognormal(_ section: Section, _ unit: (String) -> Double?) -> Distribution? {
    let byQuantiles = ["median", "p95"].filter { section.has($0) }.count
    let byLogarithm = ["mu", "sigma"].filter { section.has($0) }.count
    switch (byQuantiles, byLogarithm) {
    case (2, 0):
      guard let median = section.read("median", unit), let p95 = section.read("p95", unit) else {
        return nil
      }
      do { return try .lognormal(median: median, p95: p95) } catch {
        problems.add(section.value, error.description)
        return nil
      }
    case (0, 2):
      guard let mu = section.read("mu", { DecimalNumeral($0)?.approximation }),
        let sigma = section.read("sigma", { ScenarioReader.factor($0, atMost: 100) })
      else { return nil }
      return .lognormal(mu: mu, sigma: sigma)
    default:
      problems.add(section.value, "expected median and p95, or mu and sigma")
      return nil
    }
  }

  /// Quantiles with straight lines between; that they ascend from 0 % to 100 % is checked by
  /// `validated()`.
  private func table(_ section: Section, _ unit: (String) -> Double?) -> QuantileTable? {
    let entries = section.map("table")
    let points = entries.compactMap { entry -> QuantileTable.Point? in
      let probability = entry.keyValue.read(.share, problems, ScenarioReader.share)
      let value = entry.value.read(section.shape.fields[0].form, problems, unit)
      guard let probability, let value else { return nil }
      return QuantileTable.Point(probability: probability, value: value)
    }
    return points.isEmpty || points.count < entries.count ? nil : QuantileTable(points: points)
  }
}
