import Vocabulary

extension ScenarioReader {
  /// A claim with the reason for which it should hold; a bare text is a claim without one.
  ///
  /// A claim is of means over all replications that are run, and they alone decide whether it
  /// holds. The 95 % interval tells whether other replications might have decided otherwise.
  static let expectationShape = Shape(
    name: "expectation", description: "What should hold of the outcomes.",
    fields: [
      Field("that", .expectation, .required, "The claim.", examples: expectationExamples),
      Field(
        "because", .text, .leaves("nothing more is told"),
        "Why it should hold: told where it does not."),
    ])

  /// A bare claim, or one with its reason.
  static let expectationForm = Form.either([.expectation, .object(expectationShape)])

  /// One of each kind of claim: a value, a range, another model's figure, a difference, a scope.
  static let expectationExamples = [
    "token.time_to_credit.p95 <= 5min", "batch.within.24h in 75%..85%",
    "token.time_to_credit.mean < 0.1 * batch.time_to_credit.mean",
    "batch.fees - token.fees > 100k USD", "batch.pool.peak_use[pool NYC USD] <= 95M USD",
  ]

  /// How many expectations a scenario may have.
  ///
  /// Assumed.
  static let mostExpectations = 1_000

  /// Reads what should hold of the outcomes.
  ///
  /// Names are looked up once for all of them; a scenario may have thousands of scopes.
  mutating func readExpectations(_ root: Section) {
    let items = root.list("expect")
    guard !items.isEmpty else { return }
    if let excess = items.dropFirst(ScenarioReader.mostExpectations).first {
      problems.add(excess, "more than \(ScenarioReader.mostExpectations) expectations")
    }
    let names = figureNames(root)
    for item in items.prefix(ScenarioReader.mostExpectations) {
      if let expectation = readExpectation(item, names) { expectations.append(expectation) }
    }
  }

  /// The expectation of an entry, a bare text or a map.
  private func readExpectation(_ item: YAMLValue, _ names: FigureNames) -> Expectation? {
    guard item.entries != nil else { return expectation(item, because: nil, names) }
    guard let section = Section(item, as: ScenarioReader.expectationShape, problems) else {
      return nil
    }
    let because = section.read("because", ScenarioReader.text)
    return section["that"].flatMap { expectation($0, because: because, names) }
  }

  /// The expectation of a claim; what the parser refuses is reported at the text as a whole.
  private func expectation(_ written: YAMLValue, because: String?, _ names: FigureNames)
    -> Expectation?
  {
    guard let text = written.read(.expectation, problems, ScenarioReader.text) else { return nil }
    var parser = ExpectationParser(text, names: problems.isFull ? names.withoutHints : names)
    do {
      guard let (left, claim, unit) = try parser.parse() else { return nil }
      return Expectation(
        that: text, because: because, line: written.place.line, left: left, claim: claim,
        unit: unit)
    } catch {
      problems.add(written, error.message)
      return nil
    }
  }
}

extension Form {
  /// What should hold of the outcomes.
  static let expectation = Form.scalar(
    Scalar(
      expected: "a claim like \(ScenarioReader.expectationExamples[0])",
      pattern: #".*\..*(<|>|==| in ).*"#))
}
