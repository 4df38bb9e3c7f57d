public import Scenarios

/// How money may move between the pools of a currency, in a sizing.
public enum SizingArrangement: String, CaseIterable, Hashable, Sendable {
  /// Not at all.
  case none
  /// As the treasury of the model moves it, ordering up to what each pool opens with: at each
  /// window, or as soon as a pool has paid where the treasury watches floors.
  case policy
  /// In the windows of the treasury, by transfers that know the future: what no treasury undercuts,
  /// and no allocation.
  case bound
  /// At any time: the pools act as one.
  case token
}

extension Model {
  /// The arrangements that the model can follow, and that can so be laid out and tried.
  public var sizingArrangements: [SizingArrangement] {
    if has(.tokenizedDeposit) || has(.depositToken) { return [.token] }
    return switch rebalancing {
    case .windows, .belowFloor: [.none, .policy]
    case .onDemand, nil: [.none]
    }
  }
}
