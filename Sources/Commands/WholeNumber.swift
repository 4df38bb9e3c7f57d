import ArgumentParser

/// How options read whole numbers: within a range that the message names, so that no option needs a
/// check of its own.
///
///     nostro run week.yaml --replications -5
///     # The value '-5' is invalid for '--replications <replications>': expected a whole number from
///     # 1 to 1000000
enum WholeNumber {
  /// What an option takes as its `transform`.
  ///
  /// A default is then no longer shown by the parser of the command line: the help says it.
  static func within<Number: FixedWidthInteger & Sendable>(
    _ range: ClosedRange<Number>
  ) -> @Sendable (String) throws -> Number {
    { text in
      guard let number = Number(text), range.contains(number) else {
        throw ValidationError(
          "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
  }

  /// A seed: any number of 64 bits without a sign, as in a scenario.
  static let seed = within(UInt64.min...UInt64.max)
  /// A replication, counted from 0; the streams of chance number them in 32 bits.
  static let replication = within(UInt32.min...UInt32.max)
}
