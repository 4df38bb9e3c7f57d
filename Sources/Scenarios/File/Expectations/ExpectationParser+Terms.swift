import Measures
import Vocabulary

/// Figures: `MODEL.METRIC[SCOPE]`, with a factor before it, added up and subtracted.
///
/// The name of a model may hold points and blanks, so it is not cut at a sign but looked up: the
/// longest name of a model that the rest begins with is meant.
extension ExpectationParser {
  /// Whether figures come next, and not a number with its unit.
  ///
  /// A number is the factor of a figure if a `*` follows it: `0.5 * a.late` is a term, `0.5` a
  /// value.
  var startsTerm: Bool {
    if modelAhead != nil { return true }
    guard let first = rest.first, first == "-" || first.isNumber else { return true }
    let behind = rest.drop { $0 == "-" || $0 == "." || $0 == "_" || $0.isNumber }
    return behind.drop { $0 == " " }.first == "*"
  }

  /// The longest model name that stands next with a point behind it.
  private var modelAhead: String? {
    names.models.filter { rest.hasPrefix($0 + ".") }.max { $0.count < $1.count }
  }

  /// Reads figures that are added up; `nil` where the unit of one is not known.
  ///
  ///     batch.fees - token.fees + 2 * token.fx_cost  // three terms, factors 1, −1 and 2
  ///
  /// - Returns: At least one term, with the unit that they share.
  /// - Throws: `Refusal` for a name that nobody has, and for terms that do not add up: `time and
  ///   USD do not add up`.
  mutating func side() throws(Refusal) -> (terms: [Expectation.Term], unit: Unit)? {
    skipBlanks()
    var terms: [Expectation.Term] = []
    var units: [Unit?] = []
    var sign = 1.0
    repeat {
      let (term, unit) = try self.term(sign)
      if let term { terms.append(term) }
      if let unit, let first = units.first ?? unit, first != unit {
        throw Refusal(
          message: "\(ExpectationValue(unit: first).title) and "
            + "\(ExpectationValue(unit: unit).title) do not add up")
      }
      units.append(unit)
      if take("+ ") { sign = 1 } else if take("- ") { sign = -1 } else { break }
    } while true
    guard !units.contains(nil), let unit = units[0] else { return nil }
    return (terms, unit)
  }

  /// Reads one figure with its factor; without a scope that is known, `nil`.
  ///
  /// - Parameter sign: 1, or −1 behind a minus.
  private mutating func term(_ sign: Double) throws(Refusal) -> (Expectation.Term?, Unit?) {
    let factor = try factor() * sign
    let model = try model()
    let metric = try metric()
    guard let scope = try scope(of: metric) else { return (nil, nil) }
    return (
      Expectation.Term(factor: factor, model: model, metric: metric, scope: scope),
      names.unit(of: metric, scope)
    )
  }

  /// The number before a figure, `0.1 * token.fees`; 1 where there is none.
  ///
  /// - Throws: `Refusal` for a number without `*` behind it.
  private mutating func factor() throws(Refusal) -> Double {
    guard modelAhead == nil, let first = rest.first, first == "-" || first.isNumber else {
      return 1
    }
    let start = found
    let digits = take { $0 == "-" || $0 == "." || $0 == "_" || $0.isNumber }
    guard let numeral = DecimalNumeral(digits), take("*") else {
      throw Refusal(
        message: "found \(start), expected a figure like MODEL.METRIC, or a number times one "
          + "like 0.1 * MODEL.METRIC")
    }
    return numeral.approximation
  }

  /// The name of a model of the scenario; refused with the nearest name.
  private mutating func model() throws(Refusal) -> String {
    if let name = modelAhead {
      rest = rest.dropFirst(name.count + 1)
      return name
    }
    let word = rest.prefix { !"<>=[ ".contains($0) }
    guard let point = word.firstIndex(of: "."), point > word.startIndex else {
      throw Refusal(message: "found \(found), expected a figure like MODEL.METRIC")
    }
    let name = String(word[..<point])
    throw Refusal(
      message: "no model '\(YAMLValue.shown(name))'" + Nearest.hint(name, among: names.models))
  }

  /// The name of a metric of `outcomes.csv`; refused with the nearest name.
  ///
  ///     no metric 'time_to_credit.p96'; did you mean 'time_to_credit.p90'?
  ///
  /// Where no name is near, those that begin with the same word are listed.
  private mutating func metric() throws(Refusal) -> Metric {
    let name = take { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    if let metric = Metric(name: name) { return metric }
    let known = Metric.allCases.map(\.name)
    let family = known.filter { $0.hasPrefix(name.prefix { $0 != "." } + ".") }
    let nearest = NearestName.question(name, among: known)
    throw Refusal(
      message: "no metric '\(YAMLValue.shown(name))'"
        + (nearest.isEmpty ? Nearest.hint(name, among: family) : nearest))
  }

  /// The scope in brackets, `all` where there is none; `nil` where scopes cannot be looked up.
  ///
  ///     pool.peak_use is not given without a scope, expected a pool like pool.peak_use[pool NYC …
  ///     no scope 'corridor NYC>LND USD'; did you mean 'corridor NYC>LDN USD'?
  ///
  /// - Throws: `Refusal` for a bracket that stays open, a kind of scope that the metric is not
  ///   given of, a scope that the scenario has not, and the cost of an exchange where nothing is
  ///   converted.
  private mutating func scope(of metric: Metric) throws(Refusal) -> Scope? {
    var name = "all"
    if rest.hasPrefix("[") {
      rest = rest.dropFirst()
      name = take { $0 != "]" }
      guard take("]") else { throw Refusal(message: "the bracket before '\(name)' is not closed") }
    }
    let words = metric.kinds.map { $0 == .all ? "no scope" : "a \($0.rawValue)" }
    let kinds = words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "")
    let expected = "expected \(kinds)\(words[words.count - 1])"
    let kind = Scope.Kind(rawValue: String(name.prefix { $0 != " " }))
    guard let kind, metric.kinds.contains(kind) else {
      let found = name == "all" ? "without a scope" : "of '\(YAMLValue.shown(name))'"
      throw Refusal(message: "\(metric.name) is not given \(found), \(expected)" + example(metric))
    }
    guard let scopes = names.scopes else { return nil }
    if let scope = scopes[name] {
      guard metric == .exchangeCost, case .corridor(let corridor) = scope,
        corridor.currency == corridor.creditedIn
      else { return scope }
      throw Refusal(
        message: "nothing is converted on '\(name)', expected a corridor of two currencies")
    }
    let known = names.scopeNames.filter { $0.hasPrefix(kind.rawValue) }
    throw Refusal(
      message: "no scope '\(YAMLValue.shown(name))'" + Nearest.hint(name, among: known))
  }

  /// A scope of this scenario that the metric has.
  private func example(_ metric: Metric) -> String {
    let named = names.scopeNames.first { name in
      metric.kinds.contains { $0 != .all && name.hasPrefix($0.rawValue + " ") }
    }
    return named.map { " like \(metric.name)[\($0)]" } ?? ""
  }
}
