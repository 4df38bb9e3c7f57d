import Chance
import EventKernel
import Foundation
import Vocabulary

/// One server with Poisson arrivals at rate ρ and exponential service at rate 1 (M/M/1), from its
/// stationary state on: the number it starts with is geometric, P(N = n) = (1 − ρ)ρⁿ, so that every
/// customer who arrives waits ρ / (1 − ρ) on the average (Kleinrock, Queueing Systems I, 1975, §3.2).
struct StationaryQueue: ~Copyable {
  private enum Kind: UInt8 { case arrival, departure }

  private let load: Double
  private let arrivals, services: RandomStream
  private var queue = EventQueue()
  private var arrived: UInt64 = 0
  private var served: UInt64 = 0
  /// When each customer of the line arrived, those of the start before all others.
  private var line: [Int64] = []
  private var first = 0
  private var waits: [Double] = []

  /// The queue of an experiment's replication.
  init(load: Double, seed: UInt64, replication: UInt32) {
    self.load = load
    arrivals = RandomStream(
      seed: seed, replication: replication, StreamName("test", "arrivals"))
    services = RandomStream(
      seed: seed, replication: replication, StreamName("test", "services"))
    let start = RandomStream(
      seed: seed, replication: replication, StreamName("test", "start"))
    let number = Int(log(start.uniform(draw: 0)) / log(load))
    line = Array(repeating: -1, count: number)
  }

  /// What a customer of a stationary queue waits on the average, in mean services.
  static func meanWait(load: Double) -> Double { load / (1 - load) }

  /// The waiting times of the next customers in the order of their arrival.
  mutating func waits(of customers: Int) -> [Double] {
    schedule(.arrival, after: gap())
    if !line.isEmpty { schedule(.departure, after: service()) }
    while waits.count < customers, let event = queue.pop(before: .distantFuture) {
      switch Kind(rawValue: event.kind) {
      case .arrival: arrive()
      case .departure: depart()
      case nil: preconditionFailure("an event of no kind")
      }
    }
    return waits
  }

  private mutating func arrive() {
    schedule(.arrival, after: gap())
    line.append(queue.now.microseconds)
    guard line.count - first == 1 else { return }
    waits.append(0)
    schedule(.departure, after: service())
  }

  private mutating func depart() {
    first += 1
    guard first < line.count else { return }
    if line[first] >= 0 {
      waits.append(Double(queue.now.microseconds - line[first]) / 1_000_000)
    }
    schedule(.departure, after: service())
  }

  private mutating func gap() -> TimeSpan {
    defer { arrived += 1 }
    return span(arrivals.value(of: .exponential(mean: 1 / load), draw: arrived))
  }

  private mutating func service() -> TimeSpan {
    defer { served += 1 }
    return span(services.value(of: .exponential(mean: 1), draw: served))
  }

  private func span(_ seconds: Double) -> TimeSpan {
    TimeSpan(microseconds: Int64(seconds * 1_000_000))
  }

  private mutating func schedule(_ kind: Kind, after span: TimeSpan) {
    queue.schedule(at: queue.now + span, phase: .arrivals, kind: kind.rawValue, entity: 0)
  }
}
