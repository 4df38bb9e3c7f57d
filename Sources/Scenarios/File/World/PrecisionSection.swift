import Measures
import Vocabulary

extension ScenarioReader {
  /// How well a figure must be known for a run to end: half of its 95 % interval, absolute or
  /// relative to the mean. It is judged after fixed numbers of replications.
  ///
  /// Exactly one of `relative` and `absolute` is given. `replications` of the experiment stays the
  /// most that are run; where the interval is not narrow enough by then, the report says so.
  static let precisionShape = Shape(
    name: "precision",
    description: "Stops before all replications are run where a figure is known well enough; "
      + "takes 'relative' or 'absolute'.",
    fields: [
      Field(
        "of", .figure, .required, "The figure.",
        examples: ["token.time_to_credit.p95", "batch.pool.peak_use[pool NYC USD]"]),
      Field(
        "relative", .share, .leaves("'absolute' counts"),
        "Half the 95 % interval as a share of the mean, at most.", examples: ["2%"]),
      Field(
        "absolute", .figureValue, .leaves("'relative' counts"),
        "Half the 95 % interval in the unit of the figure, at most.", examples: ["30s", "2M USD"]),
      // Assumed; Law (Simulation Modeling and Analysis, 2015, 9.4.1) asks for ten or more.
      Field("at-least", .count, .means("20"), "How many replications come before the first look."),
      Field("check-every", .count, .means("10"), "How many come between two looks (assumed)."),
    ])

  /// Reads when enough replications have been run; figures need the models and their scopes. A
  /// refused section leaves the experiment without one; the scenario is refused then.
  mutating func readPrecision(_ root: Section) {
    guard let precision,
      let section = Section(precision, as: ScenarioReader.precisionShape, problems)
    else { return }
    let atLeast = section.read("at-least") { ScenarioReader.whole($0, in: 1...1_000_000) }
    let checkEvery = section.read("check-every") { ScenarioReader.whole($0, in: 1...1_000_000) }
    guard let written = section["of"],
      let text = written.read(.figure, problems, ScenarioReader.text)
    else { return }
    do {
      var parser = ExpectationParser(text, names: figureNames(root))
      guard let (terms, unit) = try parser.figure() else { return }
      guard let halfWidth = halfWidth(section, unit), let atLeast, let checkEvery else { return }
      experiment?.precision = Precision(
        of: text, terms: terms, unit: unit, halfWidth: halfWidth, atLeast: atLeast,
        checkEvery: checkEvery)
    } catch {
      problems.add(written, error.message)
    }
  }

  /// The half width that is asked for; `nil` where it is refused.
  ///
  /// A share is of the mean, above 0 % and up to 100 %; an absolute width is above 0, in the unit
  /// of the figure. Both are halves: the interval is twice as wide.
  private func halfWidth(_ section: Section, _ unit: Unit) -> Precision.HalfWidth? {
    switch (section["relative"], section["absolute"]) {
    case (.some, nil):
      return section.read("relative") { text in
        DecimalNumeral(text.dropLast()).flatMap { share in
          text.hasSuffix("%") && share.approximation > 0 && share.approximation <= 100
            ? .relative(share.approximation / 100) : nil
        }
      }
    case (nil, .some(let written)):
      guard let text = written.read(.figureValue, problems, ScenarioReader.text) else { return nil }
      do {
        let value = try ExpectationValue(unit: unit).read(text)
        if value > 0 { return .absolute(value) }
        problems.add(written, "found \(written.found), expected more than 0")
      } catch { problems.add(written, error.message) }
    default:
      problems.add(section.value, "expected 'relative' or 'absolute', one of the two")
    }
    return nil
  }
}

extension ExpectationParser {
  /// Reads figures with nothing behind them; `nil` where a scope could not be looked up.
  ///
  /// - Throws: `Refusal` for what is no figure, for more behind it, and for a text past `longest`
  ///   bytes.
  fileprivate mutating func figure() throws(Refusal) -> (terms: [Expectation.Term], unit: Unit)? {
    guard rest.utf8.count <= ExpectationParser.longest else {
      throw Refusal(message: "longer than \(ExpectationParser.longest) bytes")
    }
    guard let side = try side() else { return nil }
    guard rest.isEmpty else { throw Refusal(message: "found \(found) after the figure") }
    return side
  }
}

extension Form {
  /// A figure of a model.
  static let figure = Form.scalar(
    Scalar(expected: "a figure like token.time_to_credit.p95", pattern: #".*\..*"#))
  /// A value in the unit of a figure.
  static let figureValue = Form.scalar(
    Scalar(
      expected: "a value with its unit like 30s, 2M USD or 250", pattern: nil, readsAsNumber: true))
}
