public import Vocabulary

/// What a figure is of, by the names that the scenario gives.
public enum Scope: Hashable, Sendable {
  /// All payments, or all pools.
  case all
  /// The payments of a corridor.
  case corridor(Corridor)
  /// The payments, or the pools, of a currency.
  case currency(Currency)
  /// The payments instructed on a day, UTC.
  case day(CivilDate)
  /// The pool of a branch.
  case pool(String, Currency)
  /// The payments of a batch of one long run, counted from 1.
  case batch(Int)

  /// From whom to whom payments go, and in what.
  public struct Corridor: Hashable, Sendable {
    /// The branches on both sides, those of a family by its name; `outside`, or `any` on both sides
    /// for all of a currency.
    public let from, to: String
    /// What is sent, and what is credited: the same without a conversion.
    public let currency, creditedIn: Currency

    /// A corridor.
    public init(from: String, to: String, currency: Currency, creditedIn: Currency) {
      (self.from, self.to) = (from, to)
      (self.currency, self.creditedIn) = (currency, creditedIn)
    }

    /// `USD`, or `USD/SGD` with a conversion.
    public var currencies: String {
      creditedIn == currency ? currency.code : "\(currency.code)/\(creditedIn.code)"
    }
  }

  /// A kind of scope, by its word in files: what metrics are given of. Batches are none, since they
  /// are made of what is given of all.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case all, corridor, currency, day, pool
  }

  /// Its kind; `nil` for a batch.
  public var kind: Kind? {
    switch self {
    case .all: .all
    case .corridor: .corridor
    case .currency: .currency
    case .day: .day
    case .pool: .pool
    case .batch: nil
    }
  }

  /// Whether it is of a batch.
  public var isBatch: Bool { kind == nil }

  /// Whether it is of all payments, of a pool or of a currency, not of a part of the payments.
  public var isOfTheWhole: Bool { [.all, .pool, .currency].contains(kind) }
}

extension Scope {
  /// The name in files: `all`, `corridor NYC>SIN USD`, with a conversion `corridor NYC>SIN
  /// USD/SGD`, `currency USD`, `day 2026-03-07`, `pool NYC USD`, `batch 1`.
  public var name: String {
    switch self {
    case .all: Kind.all.rawValue
    case .corridor(let corridor):
      "\(Kind.corridor) \(corridor.from)>\(corridor.to) \(corridor.currencies)"
    case .currency(let currency): "\(Kind.currency) \(currency)"
    case .day(let date): "\(Kind.day) \(date)"
    case .pool(let branch, let currency): "\(Kind.pool) \(branch) \(currency)"
    case .batch(let number): "\(Scope.batchWord) \(number)"
    }
  }

  private static let batchWord = "batch"

  /// The scope of a name; `nil` for a name that is none.
  public init?(name: String) {
    let word = name.prefix { $0 != " " }
    let rest = name.dropFirst(word.count + 1)
    if word == Scope.batchWord {
      guard let number = Int(rest), number > 0 else { return nil }
      self = .batch(number)
      return
    }
    switch Kind(rawValue: String(word)) {
    case .all where name == word: self = .all
    case .currency:
      guard let currency = Currency(String(rest)) else { return nil }
      self = .currency(currency)
    case .day:
      guard let date = CivilDate(rest) else { return nil }
      self = .day(date)
    case .pool:
      guard let (branch, code) = Scope.parted(rest), let currency = Currency(code) else {
        return nil
      }
      self = .pool(branch, currency)
    case .corridor:
      guard let corridor = Corridor(rest) else { return nil }
      self = .corridor(corridor)
    default: return nil
    }
  }

  /// What stands before and behind the last blank, something on both sides.
  fileprivate static func parted(_ text: Substring) -> (String, String)? {
    guard let blank = text.lastIndex(of: " "), blank > text.startIndex else { return nil }
    return (String(text[..<blank]), String(text[text.index(after: blank)...]))
  }
}

extension Scope.Corridor {
  /// The corridor of `NYC>SIN USD/SGD`.
  fileprivate init?(_ text: Substring) {
    guard let (ends, codes) = Scope.parted(text), let arrow = ends.firstIndex(of: ">") else {
      return nil
    }
    let (from, to) = (ends[..<arrow], ends[ends.index(after: arrow)...])
    let currencies = codes.split(separator: "/", omittingEmptySubsequences: false).map {
      Currency(String($0))
    }
    guard !from.isEmpty, !to.isEmpty, (1...2).contains(currencies.count),
      let sent = currencies[0], let credited = currencies[currencies.count - 1]
    else { return nil }
    self.init(from: String(from), to: String(to), currency: sent, creditedIn: credited)
  }
}
