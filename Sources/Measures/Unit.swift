public import Vocabulary

/// What a figure is counted in.
public enum Unit: Hashable, Sendable {
  case seconds, hours
  /// A part of a whole, 0 to 1.
  case share
  case count
  /// One amount over another, which may be above 1.
  case ratio
  /// Major units of a currency.
  case currency(Currency)
}

extension Unit {
  /// The name in files: `s`, `h`, `share`, `count`, `ratio`, or the code of a currency.
  public var name: String {
    switch self {
    case .seconds: "s"
    case .hours: "h"
    case .share: "share"
    case .count: "count"
    case .ratio: "ratio"
    case .currency(let currency): currency.code
    }
  }

  /// The unit of a name; `nil` for a name that is none.
  public init?(name: String) {
    if let plain = Unit.plain.first(where: { $0.name == name }) {
      self = plain
    } else if let currency = Currency(name) {
      self = .currency(currency)
    } else {
      return nil
    }
  }

  private static let plain: [Unit] = [.seconds, .hours, .share, .count, .ratio]
}
