import Scenarios

/// What the metrics of `outcomes.csv` are, for those that know them by their names.
public enum Glossary {
  /// A metric as the glossary explains it.
  public struct Entry: Hashable, Sendable {
    /// Its name in files.
    public let metric: String
    /// Its unit: `s`, `h`, `share`, `count`, or `currency` for major units of the one that the row
    /// names.
    public let unit: String
    /// Of what it is given, by the words that start a scope: `all`, `corridor`, `pool`.
    public let scopes: [String]
    /// What exactly it is.
    public let definition: String
  }

  /// Every metric, in the order in which the program lists them.
  public static let entries = Metric.allCases.map { metric in
    Entry(
      metric: metric.name, unit: metric.measure.word, scopes: metric.kinds.map(\.rawValue),
      definition: metric.definition)
  }

  /// What a metric is; `nil` for a name that is none.
  public static func definition(of metric: String) -> String? {
    Metric(rawValue: metric)?.definition
  }
}

extension Metric.Measure {
  /// Its unit as a word.
  fileprivate var word: String {
    switch self {
    case .seconds: "s"
    case .hours: "h"
    case .share: "share"
    case .count: "count"
    case .money: "currency"
    }
  }
}
