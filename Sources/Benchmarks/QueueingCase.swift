import Chance
import EventKernel
import Vocabulary

extension Case {
  /// One server, Poisson arrivals, exponential service (M/M/1), through the public kernel.
  static let queueing = Case(
    name: "queueing", about: "M/M/1 at a load of 0.9, a million customers, millions a second"
  ) {
    let customers = 1_000_000
    let figure = Figure.nanoseconds("M/M/1 per customer", operations: customers) {
      var server = Server()
      return server.run(customers)
    }
    return [figure, figure.asRate("M/M/1 customers")]
  }
}

/// The counter of a shop: customers arrive, wait in order, are served, leave.
private struct Server: ~Copyable {
  private enum Kind: UInt8 { case arrival, departure }

  private var queue = EventQueue()
  private let arrivals = RandomStream(
    seed: 1, replication: 0, StreamName("benchmark", "arrivals"))
  private let services = RandomStream(
    seed: 1, replication: 0, StreamName("benchmark", "services"))
  private var waiting = 0
  private var arrived: UInt64 = 0
  private var served: UInt64 = 0
  private var digest = Digest()

  @inline(never)
  mutating func run(_ customers: Int) -> UInt64 {
    schedule(.arrival, after: gap(arrivals, arrived, mean: 1 / 0.9))
    while let event = queue.pop(before: .distantFuture) {
      digest.combine(event.key)
      switch Kind(rawValue: event.kind) {
      case .arrival: arrive(customers)
      case .departure: depart()
      case nil: preconditionFailure("an event of no kind")
      }
    }
    return digest.value
  }

  private mutating func arrive(_ customers: Int) {
    arrived += 1
    if arrived < customers { schedule(.arrival, after: gap(arrivals, arrived, mean: 1 / 0.9)) }
    waiting += 1
    if waiting == 1 { schedule(.departure, after: gap(services, served, mean: 1)) }
  }

  private mutating func depart() {
    served += 1
    waiting -= 1
    if waiting > 0 { schedule(.departure, after: gap(services, served, mean: 1)) }
  }

  private func gap(_ stream: RandomStream, _ draw: UInt64, mean: Double) -> TimeSpan {
    let seconds = stream.value(of: .exponential(mean: mean), draw: draw)
    return TimeSpan(microseconds: Int64(seconds * 1e6))
  }

  private mutating func schedule(_ kind: Kind, after span: TimeSpan) {
    queue.schedule(at: queue.now + span, phase: .arrivals, kind: kind.rawValue, entity: 0)
  }
}
