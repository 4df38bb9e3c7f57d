import Measures
import Vocabulary

/// Reads the text of one expectation, from left to right.
///
///     side   = term { (+|-) term }           in   = LOW..HIGH
///     term   = [number *] MODEL.METRIC [ "[" SCOPE "]" ]
///     claim  = side (<= | < | >= | > | ==) (value | side)  |  side "in" value..value
///
/// Blanks between words do not matter. There are no brackets for arithmetic and no product of
/// figures: a claim is linear in the figures of a replication, so that its difference has an
/// interval.
struct ExpectationParser {
  /// What may be named in this scenario.
  let names: FigureNames
  /// What has not been read yet.
  var rest: Substring

  /// Why a text is no expectation.
  struct Refusal: Error {
    let message: String
  }

  /// A parser at the beginning of a claim.
  init(_ text: String, names: FigureNames) {
    self.names = names
    rest = text[...]
  }

  /// The longest text that is read, in bytes.
  static let longest = 1_000

  /// Reads a whole expectation.
  ///
  ///     batch.late <= 0.3 batch.late  // throws: found '0.3 batch.late', expected a share like …
  ///     batch.late <= token.fees      // throws: the left side counts shares, the right side …
  ///
  /// - Returns: `nil` where a scope could not be looked up, because the scenario has other
  ///   problems.
  /// - Throws: `Refusal` for the first thing, from left to right, that cannot be meant.
  mutating func parse() throws(Refusal) -> (
    left: [Expectation.Term], claim: Expectation.Claim, unit: Unit
  )? {
    guard rest.utf8.count <= ExpectationParser.longest else {
      throw Refusal(message: "longer than \(ExpectationParser.longest) bytes")
    }
    guard let left = try side() else { return nil }
    let unit = left.unit
    if takeWord("in") {
      return (left.terms, .range(try range(unit)), unit)
    }
    guard let comparator = takeComparator() else {
      throw Refusal(
        message: "found \(found), expected one of <= < >= > == or 'in' after the figure")
    }
    guard startsTerm else {
      let value = try ExpectationValue(unit: unit).read(takeRest())
      return (left.terms, .value(comparator, value), unit)
    }
    guard let right = try side() else { return nil }
    guard rest.isEmpty else { throw Refusal(message: "found \(found) after the end") }
    guard right.unit == unit else {
      throw Refusal(
        message: "the left side counts \(ExpectationValue(unit: unit).title), the right side "
          + "\(ExpectationValue(unit: right.unit).title), expected the same of both")
    }
    return (left.terms, .terms(comparator, right.terms), unit)
  }

  /// What stands next, for a message.
  var found: String { rest.isEmpty ? "nothing" : "'\(YAMLValue.shown(String(rest)))'" }

  /// The bounds behind `in`, both included: `75%..85%`, or `5..10min`, where the low end takes the
  /// unit of the high one.
  private mutating func range(_ unit: Unit) throws(Refusal) -> ClosedRange<Double> {
    let text = takeRest()
    guard let dots = text.firstRange(of: "..") else {
      throw Refusal(message: "found '\(YAMLValue.shown(text))', expected LOW..HIGH after 'in'")
    }
    let value = ExpectationValue(unit: unit)
    let high = String(text[dots.upperBound...])
    let low = value.completed(String(text[..<dots.lowerBound]), from: high)
    let bounds = (try value.read(low), try value.read(high))
    guard bounds.0 <= bounds.1 else {
      throw Refusal(message: "found '\(YAMLValue.shown(text))', whose low lies above its high")
    }
    return bounds.0...bounds.1
  }
}

extension ExpectationParser {
  /// Leaves out the blanks that come next.
  mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

  /// Takes a text if it stands next.
  mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    skipBlanks()
    return true
  }

  /// Takes a word if it stands next with a blank behind it.
  mutating func takeWord(_ word: String) -> Bool {
    skipBlanks()
    return rest.hasPrefix(word + " ") && take(word)
  }

  /// Takes a comparator if one stands next.
  mutating func takeComparator() -> Comparator? {
    // The longer ones first: `<=` before `<`.
    Comparator.allCases.first { take($0.rawValue) }
  }

  /// Takes characters while they fit.
  mutating func take(while fits: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: fits)
    rest = rest.dropFirst(taken.count)
    return String(taken)
  }

  /// Takes all that is left, blanks at its end left out.
  mutating func takeRest() -> String {
    skipBlanks()
    let taken = rest
    rest = ""
    return String(taken.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
