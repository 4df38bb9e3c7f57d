/// Why a stretch of a payment's life took its time; each stretch has exactly one cause.
///
/// A missed cut-off has no cause of its own: it shows as the night, weekend or holiday it leads
/// to, and as a flag of the payment.
public enum Cause: UInt8, CaseIterable, Hashable, Sendable {
  /// Somebody or something was at work on it.
  case processing
  /// It waited for the next batch run of an open branch.
  case batch
  /// A branch or a system was closed between two business days.
  case night
  /// A branch or a system was closed on a weekend day.
  case weekend
  /// A branch or a system was closed on a holiday.
  case holiday
  /// The pool was short.
  case liquidity
  /// It was screened, or an alert waited for its review and was reviewed.
  case screening
  /// It waited for the exchange desk, or was converted.
  case foreignExchange
  /// It waited for a block or its finality.
  case network
  /// A step got no answer.
  case outage
  /// It waited for the posting run of an open branch.
  case posting

  /// How many causes there are, as a constant for the hot path.
  @inlinable public static var count: Int { 11 }

  /// The name in files.
  public var name: String {
    self == .foreignExchange ? "foreign-exchange" : "\(self)"
  }
}

/// A value for every cause, in the order of `Cause.allCases`.
public struct ByCause<Value: Sendable & Hashable>: Sendable, Hashable {
  private var values: [Value]

  /// The same value for every cause.
  public init(repeating value: Value) {
    values = Array(repeating: value, count: Cause.allCases.count)
  }

  /// The value of a cause.
  public subscript(cause: Cause) -> Value {
    get { values[Int(cause.rawValue)] }
    set { values[Int(cause.rawValue)] = newValue }
  }
}
