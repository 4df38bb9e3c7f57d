import Vocabulary

/// Reads what must hold between the values of a cell: `posting <= cut-off`, `cut-off < 19:00`.
///
/// A bound compares what is written, exactly: `60min` equals `1h`, `19:00` lies after `9:30`. Texts
/// that are no numbers, such as names of zones, cannot be compared.
struct BoundParser {
  /// The axes that could be read, by whose places bounds speak.
  let axes: [Sweep.Axis]
  /// Every axis of the file, those that are refused too.
  let names: [String]
  /// Numbers of every kind that each axis can have; `nil` where not all its values are numbers.
  private let kinds: [[AxisNumber]?]

  /// A parser of bounds between axes; `names` are those of the file, also of axes that were
  /// refused.
  init(axes: [Sweep.Axis], names: [String]) {
    (self.axes, self.names) = (axes, names)
    kinds = axes.map { BoundParser.kinds(of: $0.values) }
  }

  /// One number of each stretch of comparable values of an axis: enough to tell whether all are of
  /// one kind.
  private static func kinds(of values: Sweep.Values) -> [AxisNumber]? {
    guard case .list(let texts) = values else {
      guard case .range(let range) = values else { return nil }
      return [range.low]
    }
    var kinds: [AxisNumber] = []
    for text in texts {
      guard let number = AxisNumber(text) else { return nil }
      if !(kinds.last?.isComparable(to: number) ?? false) { kinds.append(number) }
    }
    return kinds
  }

  /// The bound of a text, `nil` where it names an axis that is refused.
  ///
  ///     sweep.where[0]: no axis 'cut-of'; did you mean 'cut-off'?
  ///     sweep.where[2]: its sides are not of one kind, so that neither is the larger
  ///     sweep.where[4]: found two numbers, expected an axis on one side
  ///
  /// - Throws: `SweepRefusal` for a text without a comparison between blanks, an unknown name, and
  ///   sides that cannot be compared.
  func parse(_ text: String) throws(SweepRefusal) -> Sweep.Bound? {
    // The longer ones first: `<=` before `<`.
    for comparator in Comparator.allCases {
      guard let sign = text.firstRange(of: " \(comparator.rawValue) ") else { continue }
      let left = try side(String(text[..<sign.lowerBound]))
      let right = try side(String(text[sign.upperBound...]))
      guard let left, let right else { return nil }
      try check(left, right)
      return Sweep.Bound(left: left, comparator: comparator, right: right)
    }
    throw SweepRefusal(
      message: "found '\(YAMLValue.shown(text))', expected a comparison like \(example)")
  }

  /// A comparison of this file's own axes, for a message.
  private var example: String {
    "\(names.first ?? "cut-off") <= \(names.dropFirst().first ?? "19:00")"
  }

  /// An axis or a number.
  ///
  /// - Returns: `nil` for an axis that was refused.
  /// - Throws: `SweepRefusal` for a name that no axis has, with the nearest.
  private func side(_ text: String) throws(SweepRefusal) -> Sweep.Bound.Side? {
    let word = text.split(separator: " ").joined(separator: " ")
    if let place = axes.firstIndex(where: { $0.name == word }) { return .axis(place) }
    if names.contains(word) { return nil }
    if let number = AxisNumber(word) { return .number(number) }
    throw SweepRefusal(
      message: "no axis '\(YAMLValue.shown(word))'" + Nearest.hint(word, among: names))
  }

  /// Refuses two numbers, an axis whose values are no numbers, and sides of two kinds: times with
  /// counts, say.
  private func check(_ left: Sweep.Bound.Side, _ right: Sweep.Bound.Side) throws(SweepRefusal) {
    let numbers = try (numbers(left), numbers(right))
    if case (.number, .number) = (left, right) {
      throw SweepRefusal(message: "found two numbers, expected an axis on one side")
    }
    guard let first = numbers.0.first, (numbers.0 + numbers.1).allSatisfy(first.isComparable) else {
      throw SweepRefusal(message: "its sides are not of one kind, so that neither is the larger")
    }
  }

  /// Numbers of every kind that a side can have.
  private func numbers(_ side: Sweep.Bound.Side) throws(SweepRefusal) -> [AxisNumber] {
    switch side {
    case .number(let number): return [number]
    case .axis(let place):
      guard let numbers = kinds[place] else {
        throw SweepRefusal(
          message: "'\(axes[place].name)' has values that are no numbers and cannot be compared")
      }
      return numbers
    }
  }
}
