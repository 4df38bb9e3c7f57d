import Liquidity
import Measures
import Scenarios

/// How the figures of one model spread over the replications: quantiles of some, and how often
/// something was so.
///
/// Keeps 8 bytes for each replication and figure, of the figures of all payments, of pools and of
/// currencies alone, so that corridors and days cost nothing.
///
/// A mean over replications hides that one week in twenty is bad: quantiles say how bad.
struct ReplicationSpread: Sendable {
  /// The figures that are looked at, with what they gave.
  private var samples: [Sample] = []
  /// What is counted, with the place of its figure, in how many replications it was so, and in how
  /// many it could be told.
  private var events: [(event: Event, name: Figure, place: Int, successes: Int, count: Int)] = []

  /// What the replications gave of a figure.
  private struct Sample: Sendable {
    let name: Figure
    let place: Int
    var values: [Double] = []
    /// The lower bounds of those that are later than the horizon.
    var bounds: [Double] = []

    mutating func add(_ observation: Observation) {
      switch observation {
      case .value(let value): values.append(value)
      case .laterThan(let bound): bounds.append(bound)
      case .nothing: break
      }
    }
  }

  /// What can be so of a replication.
  enum Event: String, CaseIterable {
    case allCredited = "all payments credited"
    case noneLate = "no payment late"
    case nothingWaited = "nothing waited for money"

    /// The metric that is 0 where it is so.
    fileprivate var metric: Metric {
      switch self {
      case .allCredited: .open
      case .noneLate: .late
      case .nothingWaited: .queuedHours
      }
    }
  }

  /// Adds the next replication.
  ///
  /// - Complexity: O(figures that are looked at).
  mutating func add(_ figures: [Figure]) {
    if samples.isEmpty, events.isEmpty { learnPlaces(figures) }
    for sample in samples.indices {
      samples[sample].add(figures[samples[sample].place].observation)
    }
    for event in events.indices {
      guard let value = figures[events[event].place].observation.bound else { continue }
      events[event].count += 1
      if value == 0 { events[event].successes += 1 }
    }
  }

  /// Learns from the first replication where the figures stand that are looked at.
  private mutating func learnPlaces(_ figures: [Figure]) {
    for (place, figure) in figures.enumerated() where figure.scope.isOfTheWhole {
      if figure.metric.traits.contains(.spread) {
        samples.append(Sample(name: figure, place: place))
      }
      for event in Event.allCases where event.metric == figure.metric {
        guard figure.scope == .all || event == .nothingWaited else { continue }
        events.append((event, figure, place, 0, 0))
      }
    }
  }

  /// The 5th percentile, the median and the 95th of each figure.
  ///
  /// Replications that are later than the horizon stand above all that have a value.
  ///
  /// - Parameter areIndependent: Whether intervals can be given; not for antithetic pairs.
  /// - Complexity: O(n log n) for each figure.
  func quantiles(of model: String, areIndependent: Bool) -> [QuantileRow] {
    samples.flatMap { sample in
      let sorted = sample.values.sorted()
      return [0.05, 0.5, 0.95].compactMap { probability in
        QuantileEstimate(
          probability, of: sorted, censored: sample.bounds, areIndependent: areIndependent
        ).map {
          QuantileRow(
            model: model, metric: sample.name.metric, scope: sample.name.scope,
            unit: sample.name.unit, estimate: $0)
        }
      }
    }
  }

  /// In which share of the replications something was so. A figure that is later than the horizon
  /// is not 0, so that it counts as not so.
  func shares(of model: String, areIndependent: Bool) -> [ShareRow] {
    events.compactMap { event in
      guard event.count > 0 else { return nil }
      let share = SuccessShare(successes: event.successes, count: event.count)
      return ShareRow(
        model: model, that: event.event.rawValue, scope: event.name.scope,
        successes: event.successes, replications: event.count,
        interval: areIndependent ? share.interval : nil)
    }
  }
}
