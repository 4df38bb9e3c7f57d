import Measures
import Outcomes

/// A group of metrics that tables show together: one or more topics of the table of metrics.
///
/// Terminal and page show the same topics in the same order.
struct Topic {
  /// A line of the group.
  struct Line {
    /// What readers call it.
    var title: String
    /// Its metric and scope.
    var metric: Metric
    var scope = Scope.all
  }

  /// The title of the group.
  var title: String
  /// Its lines in order.
  ///
  /// In the order of the table of metrics, so that a new metric stands where its row stands.
  var lines: [Line]
  /// Whether a line that is zero in every model is left out.
  ///
  /// A rail without batches needs no line of hours in batches.
  var omitsZeros = false
  /// What a line is of.
  var kind = "metric"

  /// How fast and how surely payments are credited.
  static let speed = Topic(title: "Speed", lines: lines(of: .speed))

  /// How soon the payee's bank has a payment, and how long it lies there.
  static let way = Topic(
    title: "Until the payee's bank has it", lines: lines(of: .way), omitsZeros: true)

  /// Mean hours per payment by cause.
  static let hours = Topic(
    title: "Hours by cause, mean per payment", lines: lines(of: .hours), omitsZeros: true,
    kind: "cause")

  /// Fees, exchange and the pools, currency by currency.
  static func money(_ findings: Findings) -> Topic {
    let currencies = findings.scopes(of: .currency).flatMap { scope -> [Line] in
      guard case .currency(let currency) = scope else { return [] }
      return Place.currency.metrics.map {
        Line(title: "\($0.title) \(currency)", metric: $0, scope: scope)
      }
    }
    return Topic(title: "Money", lines: lines(of: .money) + currencies)
  }

  /// One for each metric, of all payments.
  private static func lines(of place: Place) -> [Line] {
    place.metrics.map { Line(title: $0.title, metric: $0) }
  }

  /// Where the tables of a run show a topic.
  enum Place {
    case speed, way, hours, money
    /// With the money, currency by currency.
    case currency
    /// In the table of the pools.
    case pools

    /// The metrics that are shown there, topic by topic in the order of the table of metrics.
    var metrics: [Metric] {
      Metric.Topic.allCases.filter { $0.place == self }.flatMap { Metric.all(of: $0) }
    }
  }

  /// The lines of which the run has a figure.
  ///
  /// - Complexity: O(lines × models).
  func shown(in findings: Findings) -> [Line] {
    lines.filter { line in
      findings.models.contains { model in
        guard let row = findings.row(model.name, line.metric, line.scope) else { return false }
        return !omitsZeros || row.estimate.mean != 0
      }
    }
  }
}

extension Metric.Topic {
  /// Where tables show it: every topic has a place, so that no metric goes unseen.
  ///
  /// A switch, so that a new topic does not compile without a place on the page.
  fileprivate var place: Topic.Place {
    switch self {
    case .speed, .counts, .chains, .contracts: .speed
    case .way: .way
    case .hours: .hours
    case .costs, .amounts, .trades: .money
    case .currencies, .lockedMoney: .currency
    case .pools: .pools
    }
  }
}
