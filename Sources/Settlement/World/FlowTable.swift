import Chance
import Scenarios
import Vocabulary

/// What the payments of each flow draw, laid out for the hot path: one array for each question, so
/// that asking one copies nothing else.
struct FlowTable: Sendable {
  /// The trivial terms of a flow; without meaning for a listed one.
  struct Terms: Sendable {
    /// Whether its payments are given one by one.
    var isListed = true
    /// Whether the payments depend on conditions.
    var hasContract = false
    /// Minor units in one of the currency sent.
    var minorUnits = 1.0
    /// Bounds of the amount, in minor units.
    var lowest = 1.0
    var highest = 1.0
    /// 0 is the most urgent, 9 the least.
    var priority: UInt8 = 5
    /// Until when the payee should have a payment, if that is asked.
    var deadline: DeadlineRule?
    /// The currency of the second leg of generated trades.
    var against: Currency?
  }

  /// The terms of each flow.
  let terms: ContiguousArray<Terms>
  /// What makes their draws quick.
  private let quantiles: QuantileTables
  /// The distribution of the amounts of each flow, in major units.
  let amounts: ContiguousArray<Distribution>
  /// How the payments of each flow spread over the day.
  let profiles: ContiguousArray<IntradayProfile>
  /// The payments of each listed flow.
  let listed: ContiguousArray<[ListedPayment]>
  /// What the payments of each flow depend on.
  let contracts: ContiguousArray<Contract?>

  /// The table of a scenario.
  init(_ scenario: Scenario, _ quantiles: QuantileTables) {
    self.quantiles = quantiles
    var terms: ContiguousArray<Terms> = []
    var amounts: ContiguousArray<Distribution> = []
    var profiles: ContiguousArray<IntradayProfile> = []
    var listed: ContiguousArray<[ListedPayment]> = []
    contracts = ContiguousArray(scenario.flows.map(\.contract))
    for flow in scenario.flows {
      switch flow.origin {
      case .generated(let generated):
        terms.append(Terms(generated))
        amounts.append(generated.amount)
        profiles.append(generated.profile)
        listed.append([])
      case .listed(let payments):
        terms.append(Terms())
        amounts.append(.constant(0))
        profiles.append(.aroundTheClock)
        listed.append(payments)
      }
      terms[terms.count - 1].hasContract = flow.contract != nil
    }
    (self.terms, self.amounts) = (terms, amounts)
    (self.profiles, self.listed) = (profiles, listed)
  }

  /// The amount of a payment of a generated flow, in minor units.
  ///
  /// Rounded to the nearest minor unit, then held within the bounds of the flow.
  ///
  /// - Parameter u: Its draw, in (0, 1).
  func amount(of flow: Int, _ u: Double) -> Int64 {
    let drawn = (quantiles.value(of: amounts[flow], at: u) * terms[flow].minorUnits).rounded()
    return Int64(min(max(drawn, terms[flow].lowest), terms[flow].highest))
  }
}

extension FlowTable.Terms {
  /// The terms of a generated flow.
  init(_ flow: GeneratedFlow) {
    isListed = false
    minorUnits = Double(flow.corridor.currency.minorUnitsPerUnit)
    lowest = Double(flow.amountBounds.lowerBound)
    highest = Double(flow.amountBounds.upperBound)
    priority = flow.priority
    deadline = flow.deadline
    against = flow.against
  }
}
