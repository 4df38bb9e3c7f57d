public import Vocabulary

/// A stretch of a payment's life with its one cause, half-open: `[from, to)`.
public struct Segment: Hashable, Sendable {
  /// Why it took its time.
  public var cause: Cause
  /// Its first instant.
  public var from: Instant
  /// The instant at which the next segment starts.
  public var to: Instant
  /// What happened in it, for the story of one payment: `waits for Fedwire Funds to open`.
  public var story: String

  /// A stretch `[from, to)`.
  public init(cause: Cause, from: Instant, to: Instant, story: String = "") {
    (self.cause, self.from, self.to, self.story) = (cause, from, to, story)
  }
}

/// How a payment ended.
public enum PaymentEnd: UInt8, CaseIterable, Hashable, Sendable {
  /// The payee's account was credited.
  case credited
  /// The payer's account was credited again.
  case returned
  /// It was still under way at the horizon.
  case open
}

/// The life of one payment as dated facts.
///
/// Invariant: segments are gapless, in order, and together last from instruction to end.
public struct Journey: Hashable, Sendable {
  /// The payment's identity.
  public var payment: String
  /// The short names of the branches at its ends, or `outside`.
  public var payer, payee: String
  /// What the payer instructed.
  public var amount: Money
  /// What was credited in the end, to the payee or again to the payer; `nil` while it is open.
  public var credited: Money?
  /// When it was instructed.
  public var instructed: Instant
  /// Its segments, none of them empty; there is none where it ended when it was instructed.
  public var segments: [Segment]
  /// How it ended.
  public var end: PaymentEnd
  /// When it ended, or until when it was followed.
  public var ended: Instant { segments.last?.to ?? instructed }
  /// Whether it was handed over after a cut-off on a business day.
  public var missedCutOff: Bool

  /// The journey of a payment; traps where the segments leave a gap.
  public init(
    payment: String, payer: String = "", payee: String = "", amount: Money,
    credited: Money? = nil, instructed: Instant, segments: [Segment], end: PaymentEnd,
    missedCutOff: Bool
  ) {
    var at = instructed
    for segment in segments {
      precondition(segment.from == at && segment.to > at, "\(payment): a gap at \(at)")
      at = segment.to
    }
    self.payment = payment
    (self.payer, self.payee) = (payer, payee)
    (self.amount, self.credited) = (amount, credited)
    self.instructed = instructed
    self.segments = segments
    self.end = end
    self.missedCutOff = missedCutOff
  }
}
