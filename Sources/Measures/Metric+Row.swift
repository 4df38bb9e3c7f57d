extension Metric {
  /// What a metric counts.
  public enum Measure: Hashable, Sendable {
    case seconds, hours, share, count
    /// Major units of the currency of its scope; of all, of the currency of totals.
    case money

    /// Its unit as a word: `s`, `h`, `share`, `count`, or `currency` for that of the row.
    public var word: String {
      switch self {
      case .seconds: Unit.seconds.name
      case .hours: Unit.hours.name
      case .share: Unit.share.name
      case .count: Unit.count.name
      case .money: "currency"
      }
    }
  }

  /// With which others tables show a metric. Every topic is shown somewhere: `Reporting` goes
  /// through them with a switch.
  public enum Topic: CaseIterable, Hashable, Sendable {
    /// How long payments take, and how many of them are in time.
    case speed
    /// How many payments there are, by what became of them.
    case counts
    /// What chains undo.
    case chains
    /// How many contracts there are, by what became of them.
    case contracts
    /// How payments come to the payee's bank.
    case way
    /// Where the hours go, one metric for each cause.
    case hours
    /// What payments and pools cost.
    case costs
    /// Amounts over all payments.
    case amounts
    /// Foreign-exchange trades.
    case trades
    /// The pools of a currency together.
    case currencies
    /// What contracts hold of a currency.
    case lockedMoney
    /// One pool.
    case pools
  }

  /// Whether more of a metric is better, for whoever pays and receives, and for the bank whose pools
  /// they are.
  public enum Better: String, Hashable, Sendable {
    case more, less
    /// It is a size of what happens, neither good nor bad.
    case neither
  }

  /// How a metric is made of the payments, pools or instants of a replication.
  public enum Statistic: Hashable, Sendable {
    /// A sum, or how many there are.
    case total
    /// A mean over payments or over time.
    case mean
    /// Part of a whole, 0 to 1.
    case share
    /// An order statistic of times.
    case quantile
    /// A balance at one instant, an extreme of balances, or a sum of such.
    case level
  }

  /// What else is to be known of a metric.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// The traits as bits.
    public let rawValue: Int

    /// Traits of their bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It may lie below zero.
    public static let anySign = Traits(rawValue: 1)
    /// Its quantiles over the replications are given, of all payments, of pools and of currencies:
    /// of a mean over them, what it hides.
    public static let spread = Traits(rawValue: 2)
    /// It is committed of single pools; the others follow from those and from the scenario.
    public static let committedByPool = Traits(rawValue: 4)
    /// It is committed of currencies.
    public static let committedByCurrency = Traits(rawValue: 8)
  }

  /// A row of the table: all there is to know of a metric. Nothing has a default, so that nobody
  /// forgets a cell.
  struct Row: Sendable {
    let metric: Metric
    let name, title, phrase: String
    let measure: Measure
    let kinds: [Scope.Kind]
    let topic: Topic
    let better: Better
    let statistic: Statistic
    let traits: Traits
    let definition: String

    init(
      _ metric: Metric, _ name: String, _ title: String, _ phrase: String, _ measure: Measure,
      _ kinds: [Scope.Kind], _ topic: Topic, _ better: Better, _ statistic: Statistic,
      _ traits: Traits, _ definition: String
    ) {
      (self.metric, self.name, self.title, self.phrase) = (metric, name, title, phrase)
      (self.measure, self.kinds, self.topic, self.better) = (measure, kinds, topic, better)
      (self.statistic, self.traits, self.definition) = (statistic, traits, definition)
    }
  }
}

extension [Scope.Kind] {
  /// What groups of payments are of.
  static let payments: [Scope.Kind] = [.all, .corridor, .currency, .day]
}
