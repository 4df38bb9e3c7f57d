import Foundation

/// One thing that is measured, alone or beside rivals.
struct Case: Sendable {
  /// The name for `--only`.
  let name: String
  /// What is measured, in one line.
  let about: String
  /// Measures it.
  let run: @Sendable () -> [Figure]

  /// Every case, in the order in which they are measured.
  static let all: [Case] = [
    .hold, .queueing, .draws, .ledger, .settlement, .clearing, .settle, .size, .joint, .rebalance,
    .twoStage,
  ]
}

/// One measured figure.
struct Figure: CustomStringConvertible {
  /// The case and what varies within it: `hold radix exponential 1000`.
  let name: String
  /// The median over the rounds.
  let value: Double
  /// `ns` for an operation, `M/s` for a rate.
  let unit: String

  /// The figure with two places, on one line.
  var description: String {
    let padding = String(repeating: " ", count: max(1, 44 - name.count))
    return "\(name)\(padding)\(rounded) \(unit)"
  }

  private var rounded: Double { (value * 100).rounded() / 100 }

  /// The figures as a JSON array of objects.
  static func json(_ figures: [Figure]) -> String {
    let objects = figures.map {
      "{\"name\":\"\($0.name)\",\"value\":\($0.rounded),\"unit\":\"\($0.unit)\"}"
    }
    return "[" + objects.joined(separator: ",\n ") + "]"
  }
}

extension Figure {
  /// Nanoseconds of processor time per operation: the median of `rounds` calls, after one that is not counted.
  ///
  /// - Parameters:
  ///   - name: The name of the figure.
  ///   - operations: How many operations one call makes.
  ///   - rounds: How many calls are counted.
  ///   - call: The operations; returns a sum of what they computed, so that none is left out.
  static func nanoseconds(
    _ name: String, operations: Int, rounds: Int = 5, _ call: () -> UInt64
  ) -> Figure {
    var sum = call()
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = processorNanoseconds()
      sum &+= call()
      times.append(Double(processorNanoseconds() - start))
    }
    precondition(sum != 0, "\(name) computed nothing")
    return Figure(name: name, value: times.sorted()[rounds / 2] / Double(operations), unit: "ns")
  }

  /// What this thread has used of its core so far: other processes do not count.
  private static func processorNanoseconds() -> Int {
    var time = timespec()
    let code = clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    precondition(code == 0, "the system does not tell processor time")
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// The same figure as millions of operations per second.
  func asRate(_ name: String) -> Figure {
    Figure(name: name, value: 1_000 / value, unit: "M/s")
  }
}
