import Bookkeeping
import Scenarios
import Vocabulary

/// Which journeys a run writes down.
public enum JourneyChoice: Hashable, Sendable {
  /// None: memory does not grow with the number of payments.
  case none
  /// Some payments of replication 0: those that the scenario lists, the first of each other flow,
  /// and of the rest a share chosen by their identity; `JourneySample` says which.
  case sample
  /// Every payment of every replication.
  case all
  /// The one payment of this name.
  case only(String)
}

/// Writes down the segments of the payments that were chosen.
///
/// Writing takes memory (a sentence for each segment), so that it is off unless it is asked for.
/// Segments lie by slot: a slot is used again only after its journey was closed or forgotten.
struct JourneyRecorder {
  /// What is asked for.
  private let choice: JourneyChoice
  /// What a sample takes; `nil` where none is asked for, or of another replication than 0.
  private let sample: JourneySample?
  /// The segments so far of payments under way, by their slots.
  private var segments: [Slot: [Segment]] = [:]

  /// A recorder of some payments; `sample` says which where a sample is asked for.
  init(_ choice: JourneyChoice, _ sample: JourneySample? = nil) {
    (self.choice, self.sample) = (choice, sample)
  }

  /// A recorder for a replication.
  ///
  /// - Parameter sources: The payments of each flow, before the first has arrived.
  init(
    choice: JourneyChoice, replication: UInt32, _ world: World,
    _ sources: borrowing PaymentSources
  ) {
    let isSampled = choice == .sample && replication == 0
    self.init(choice, isSampled ? JourneySample(world, sources) : nil)
  }

  /// Whether any journey is written down.
  var isOn: Bool { choice != .none }

  /// Adds a segment from the start of the payment's segment, unless it is empty or not asked for.
  ///
  /// - Parameter story: Is not made where nothing is written.
  mutating func segment(
    _ slot: Slot, _ payment: Payment, _ cause: Cause, until instant: Instant,
    _ story: @autoclosure () -> String
  ) {
    guard choice != .none, instant > payment.segmentStart, isChosen(payment.key) else { return }
    segments[slot, default: []].append(
      Segment(cause: cause, from: payment.segmentStart, to: instant, story: story()))
  }

  /// Forgets the journey of a payment that has become others.
  mutating func forget(_ slot: Slot) { segments.removeValue(forKey: slot) }

  /// Closes the journey of a payment that ends.
  ///
  /// What is asked for by name is told apart only here, since names are made when a payment ends.
  ///
  /// - Parameter journeys: Takes in the journey, in the order in which payments end.
  mutating func close(
    _ slot: Slot, _ payment: Payment, _ end: PaymentEnd, in world: World,
    into journeys: inout [Journey]
  ) {
    guard choice != .none, isChosen(payment.key) else { return }
    let found = segments.removeValue(forKey: slot) ?? []
    let name = world.name(of: payment.key)
    if case .only(let wanted) = choice, wanted != name { return }
    let corridor = world.plans[payment.plan].corridor
    let currency = payment.isConverted ? corridor.creditedIn : corridor.currency
    journeys.append(
      Journey(
        payment: name, payer: world.name(of: corridor.from), payee: world.name(of: corridor.to),
        amount: Money(minorUnits: payment.instructedAmount, corridor.currency),
        credited: end == .open ? nil : Money(minorUnits: payment.moving, currency),
        instructed: payment.instructed, segments: found, end: end,
        missedCutOff: payment.flags.contains(.missedCutOff)))
  }

  /// Whether a payment's segments are kept.
  private func isChosen(_ key: PaymentKey) -> Bool {
    switch choice {
    case .none: return false
    case .all, .only: return true
    case .sample: return sample?.contains(key) ?? false
    }
  }
}
