import Scenarios
import Vocabulary

/// The terms of a model's screening by plan and rail, laid out for one lookup.
///
/// A place among the terms is kept in eight bits, which is why a model has 200 overrides at most.
struct ScreeningTable: Sendable {
  /// What a screening says of a payment.
  enum Alert {
    /// Nothing.
    case none
    /// It is reviewed.
    case usual
    /// It is reviewed, and would not be but for a surge.
    case surge
  }

  /// The terms in general, then those of the overrides.
  let terms: ContiguousArray<Screening>
  /// By plan, then by kind of rail; empty where there are no overrides.
  private let places: ContiguousArray<UInt8>
  /// When more alerts come, in the order of the file.
  private let surges: [ScreeningSurge]

  /// The table of a model.
  ///
  /// - Complexity: O(plans × rails × overrides) where there are overrides.
  init(_ model: Model, _ world: World) {
    terms = ContiguousArray([model.screening] + model.screeningOverrides.map(\.terms))
    surges = world.scenario.disturbances.compactMap { disturbance in
      guard case .screeningSurge(let surge) = disturbance else { return nil }
      return surge
    }
    var places: ContiguousArray<UInt8> = []
    if !model.screeningOverrides.isEmpty {
      for plan in world.plans {
        for kind in RailKind.allCases {
          let first = model.screeningOverrides.firstIndex { $0.covers(plan.corridor, kind) }
          places.append(first.map { UInt8($0 + 1) } ?? 0)
        }
      }
    }
    self.places = places
  }

  /// The place of the terms of a payment among all terms.
  func place(plan: PlanID, _ rail: RailKind) -> Int {
    places.isEmpty ? 0 : Int(places[plan.place * RailKind.allCases.count + rail.place])
  }

  /// What a screening that starts at an instant says, given a draw from (0, 1).
  ///
  /// The same draw gives the usual alert with and without a surge, so that a surge adds alerts and
  /// takes none away. Several surges build on each other in the order of the file: each multiplies
  /// and adds to the rate that those before it have made.
  ///
  /// - Parameter plan: Asked for only where there is a surge.
  func alert(
    _ draw: Double, _ place: Int, _ plan: @autoclosure () -> CorridorPlan, at instant: Instant
  )
    -> Alert
  {
    if draw < terms[place].alertRate { return .usual }
    guard !surges.isEmpty else { return .none }
    let plan = plan()
    var rate = terms[place].alertRate
    for surge in surges where surge.meets(plan, at: instant) {
      rate = rate * surge.times + surge.plus
    }
    return draw < rate ? .surge : .none
  }

  /// Whether alerts can come at all. Where not, nothing is drawn.
  func mayAlert(_ place: Int) -> Bool { terms[place].alertRate > 0 || !surges.isEmpty }
}

extension ScreeningSurge {
  /// Whether it meets a screening on a plan.
  fileprivate func meets(_ plan: CorridorPlan, at instant: Instant) -> Bool {
    during.contains(instant) && branch.map { $0 == plan.home } ?? true
      && payee.map { $0 == plan.corridor.to } ?? true
      && currency.map { $0 == plan.corridor.currency } ?? true
  }
}
