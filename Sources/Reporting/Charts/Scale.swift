import Foundation

/// The way from a value to a place in a picture.
struct Scale {
  /// How the values are spread.
  enum Kind {
    case linear
    /// By their logarithm; the domain lies above zero.
    case logarithmic
  }

  let kind: Kind
  /// The values that the picture shows.
  let domain: ClosedRange<Double>
  /// The places of the lowest and the highest value, in units of the picture.
  let from, to: Double

  /// A scale over `domain`; a domain of one value is widened, so that it has a place.
  init(_ kind: Kind, _ domain: ClosedRange<Double>, from: Double, to: Double) {
    precondition(
      kind == .linear || domain.lowerBound > 0, "a logarithmic scale starts above zero")
    let widened = domain.lowerBound.nextUp >= domain.upperBound
    self.kind = kind
    self.domain = widened ? domain.lowerBound...(domain.lowerBound + 1) : domain
    (self.from, self.to) = (from, to)
  }

  /// The place of a value; values outside the domain lie at its ends.
  func callAsFunction(_ value: Double) -> Double {
    let value = min(max(value, domain.lowerBound), domain.upperBound)
    let (low, high) = (spread(domain.lowerBound), spread(domain.upperBound))
    return from + (spread(value) - low) / (high - low) * (to - from)
  }

  private func spread(_ value: Double) -> Double { kind == .linear ? value : log10(value) }
}

extension Scale {
  /// How many nines a share below the whole has, −log₁₀(1 − share): one for 0.9, two for 0.99.
  static func nines(_ share: Double) -> Double { -log10(1 - share) }
}
