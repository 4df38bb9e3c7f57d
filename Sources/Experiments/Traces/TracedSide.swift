package import Bookkeeping
package import Outcomes
import Reporting
import Scenarios
package import Settlement

/// One side of `bisect`: a scenario that is run, or a trace that is read.
package enum TracedSide {
  /// A scenario, which this build runs.
  case scenario(TracedScenario)
  /// A trace that was written before, be it by another build.
  case file(path: String, header: TraceHeader)

  /// Tells a trace by its first bytes.
  ///
  /// - Parameters:
  ///   - seed: That of a scenario, instead of its own, if any.
  ///   - replication: That of a scenario, from 0.
  /// - Throws: `.noInput` or `.badInput` where it is neither.
  package init(path: String, seed: UInt64?, replication: UInt32, terms: RunTerms) throws(Failure) {
    guard try TraceFile.isTrace(path) else {
      self = .scenario(
        try TracedScenario(path: path, seed: seed, replication: replication, terms: terms))
      return
    }
    var header: TraceHeader?
    try Failure.typed {
      try TraceFile.walk(
        path,
        until: {
          header = $0
          return false
        }, visit: { _ in false })
    }
    guard let header else { throw Failure.badInput("\(path): the trace has no head") }
    self = .file(path: path, header: header)
  }

  /// The names of its models.
  package var models: [String] {
    switch self {
    case .scenario(let scenario): scenario.models
    case .file(_, let header): [header.model]
    }
  }

  /// The title of a model, where it is known.
  package func title(of model: String) -> String? {
    guard case .scenario(let scenario) = self else { return nil }
    return scenario.world.scenario.models.first { $0.name == model }?.title
  }

  /// The run of a model; of a trace the one that it holds.
  ///
  /// - Throws: `.badInput` where a scenario has no such model.
  package func source(of model: String) throws(Failure) -> TraceSource {
    switch self {
    case .scenario(let scenario): return try scenario.source(of: model)
    case .file(let path, let header):
      return TraceSource(header: header) { visit in
        try TraceFile.walk(path, until: { _ in true }, visit: visit)
      }
    }
  }
}
