import Scenarios
import Vocabulary

/// Which payments of a run a sample of journeys holds, the same for every model and any number of
/// threads.
///
/// It always holds the payments that the scenario lists itself, those of payment files of up to
/// `mostOfFile`, and the first that each other flow instructs (both legs where it is a trade, every
/// part where it is under a contract). Of the rest it takes one in fifty by their identity, or
/// fewer where that would be many more than `mostDrawn`.
struct JourneySample: Sendable {
  /// Up to how many payments the list of a file is taken whole (assumed).
  static let mostOfFile = 1_000
  /// About how many payments are drawn beside those that are always taken (assumed).
  static let mostDrawn = 2_000.0

  /// The flows of which every payment is taken, in their order.
  private let isWhole: [Bool]
  /// The first payment of each flow, in their order.
  private let firsts: [PaymentKey?]
  /// One payment in so many is drawn.
  private let oneIn: UInt64

  /// - Parameters:
  ///   - world: What is simulated.
  ///   - sources: The payments of each flow, before the first has arrived.
  /// - Complexity: O(flows and their days).
  init(_ world: World, _ sources: borrowing PaymentSources) {
    let isWhole = world.scenario.flows.map { flow in
      guard case .listed(let payments) = flow.origin else { return false }
      return !flow.isInFile || payments.count <= JourneySample.mostOfFile
    }
    let rest = isWhole.indices.reduce(0.0) {
      $0 + (isWhole[$1] ? 0 : JourneySample.expected(of: $1, in: world))
    }
    (self.isWhole, firsts) = (isWhole, (0..<sources.count).map { sources[$0].next?.key })
    oneIn = max(50, UInt64((rest / JourneySample.mostDrawn).rounded(.up)))
  }

  /// About how many payments a flow instructs.
  private static func expected(of flow: Int, in world: World) -> Double {
    let terms = world.flows.terms[flow]
    guard !terms.isListed else { return Double(world.flows.listed[flow].count) }
    let perDraw = terms.against == nil ? 1.0 : 2.0
    return world.days[flow].reduce(0) { $0 + perDraw * $1.expected }
  }

  /// Whether the journey of a payment, or of a part of a contract, is in the sample.
  func contains(_ key: PaymentKey) -> Bool {
    if isWhole[key.flow] || firsts[key.flow].map(key.isOfSame) ?? false { return true }
    var digest = Digest()
    digest.combine(key.rawValue)
    return digest.value % oneIn == 0
  }
}

extension PaymentKey {
  /// Whether both are the same payment, parts of the same contract or legs of the same trade.
  fileprivate func isOfSame(_ other: PaymentKey) -> Bool {
    let bits = UInt64(0xFF) << 56 | UInt64(PaymentKey.mostTrades)
    return rawValue & ~bits == other.rawValue & ~bits
  }
}
