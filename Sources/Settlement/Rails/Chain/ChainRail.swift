import Scenarios
import Vocabulary

/// The decisions of a public chain and of the issuer of its tokens: when the facts of a transfer
/// come, whether it is undone, and what is charged.
struct ChainRail: Sendable {
  /// The terms of the chain.
  let terms: ChainTerms
  /// The terms of the issuer.
  let issuer: IssuerTerms
  /// What stands behind a stablecoin; `nil` where the tokens are the bank's own.
  let reserve: ReserveTerms?
  /// What a transfer costs, by the place of the payment's currency, in its minor units.
  let gas: ContiguousArray<Int64>

  /// The rail of a model; `nil` where none of its rails is on a chain.
  init?(_ model: Model, _ world: World) {
    guard let terms = model.chainTerms, let issuer = model.issuerTerms else { return nil }
    (self.terms, self.issuer) = (terms, issuer)
    reserve = model.reserveTerms
    gas = ContiguousArray(
      world.currencies.map { currency in
        guard currency != terms.gas.currency else { return terms.gas.minorUnits }
        let rate = world.scenario.rates.rate(between: terms.gas.currency, and: currency)
        return rate?.converted(terms.gas, .ceiling).minorUnits ?? 0
      })
  }

  /// When a transfer handed over at `now` is preconfirmed.
  func preconfirmation(ofTransferAt now: Instant) -> Instant { now + terms.preconfirmation }

  /// When the block comes that includes what was preconfirmed at `instant`: the first one later.
  func block(after instant: Instant) -> Instant {
    let interval = terms.blockInterval.microseconds
    return Instant(microseconds: (instant.microseconds / interval + 1) * interval)
  }

  /// When what is included at `block` can no longer be undone.
  func finality(ofBlockAt block: Instant) -> Instant { block + terms.finality }

  /// When a reorganisation undoes what was included at `block`, between it and its finality.
  ///
  /// - Parameters:
  ///   - draw: Whether, a number of (0, 1).
  ///   - moment: When, a number of (0, 1).
  /// - Returns: `nil` where none does.
  func reorganisation(ofBlockAt block: Instant, _ draw: Double, _ moment: Double) -> Instant? {
    guard draw < terms.reorganisation else { return nil }
    let after = Int64(moment * Double(terms.finality.microseconds))
    return TimeSpan(microseconds: after) < terms.finality
      ? block + TimeSpan(microseconds: after) : nil
  }

  /// So many basis points of an amount, rounded up to the minor unit.
  static func fee(_ basisPoints: Int64, on amount: Int64) -> Int64 {
    Int64(Rounding.ceiling.quotient(Int128(amount) * Int128(basisPoints), by: 10_000))
  }

  /// What the payee loses when tokens become money at an instant, in basis points.
  func redemptionFee(at instant: Instant) -> Int64 {
    if reserve?.offRamp == .market { return spread(at: instant) }
    return terms.paidAt == .deposit || reserve != nil ? issuer.redemptionFeeBasisPoints : 0
  }

  /// The market's spread at an instant, in basis points.
  func spread(at instant: Instant) -> Int64 {
    reserve?.depeg.last { $0.from <= instant }?.spreadBasisPoints ?? 0
  }
}

/// The stages of a transfer on the chain, which are those of every rail on it.
extension ChainRail {
  static func transferRule(for stage: Stage) -> StageRule? {
    switch stage {
    case .preconfirming: .timed(.chain, then: .chain(.preconfirmed))
    case .including: .timed(.chain, then: .chain(.included))
    case .finalising: .timed(.chain, then: .chain(.finalised))
    case .reorganising: .timed(.chain, then: .chain(.reorganised))
    default: nil
    }
  }
}
