import Bookkeeping
import Experiments
import Outcomes
import Reporting
import Scenarios
import Settlement

/// One side of `bisect`: a scenario that is run, or a trace that is read.
enum TracedSide {
  case scenario(TracedScenario)
  case file(path: String, header: TraceHeader)

  /// Tells a trace by its first bytes.
  ///
  /// - Throws: `Failure` 66 or 65 where it is neither.
  init(path: String, options: TracedRunOptions) throws {
    guard try TraceFile.isTrace(path) else {
      self = .scenario(try TracedScenario(path: path, options: options))
      return
    }
    var header: TraceHeader?
    try TraceFile.walk(
      path,
      until: {
        header = $0; return false
      }, visit: { _ in false })
    guard let header else { throw Failure.badInput("\(path): the trace has no head") }
    self = .file(path: path, header: header)
  }

  /// The names of its models.
  var models: [String] {
    switch self {
    case .scenario(let scenario): scenario.models
    case .file(_, let header): [header.model]
    }
  }

  /// The title of a model, where it is known.
  func title(of model: String) -> String? {
    guard case .scenario(let scenario) = self else { return nil }
    return scenario.world.scenario.models.first { $0.name == model }?.title
  }

  /// The run of a model; of a trace the one that it holds.
  func source(of model: String) throws -> TraceSource {
    switch self {
    case .scenario(let scenario): return try scenario.source(of: model)
    case .file(let path, let header):
      return TraceSource(header: header) { visit in
        try TraceFile.walk(path, until: { _ in true }, visit: visit)
      }
    }
  }
}

/// A trace in a file, read in pieces: its length does not matter.
enum TraceFile {
  private static let pieceSize = 1 << 16

  /// Whether a file starts as a trace does.
  ///
  /// - Throws: `Failure` 66 where it cannot be read.
  static func isTrace(_ path: String) throws -> Bool {
    let file = try open(path)
    let mark = Array(TraceCSV.mark.utf8)
    do { return try file.read(upTo: mark.count) == mark } catch {
      throw InputFile.failure(error, path)
    }
  }

  /// Goes through the events of a file.
  ///
  /// - Parameters:
  ///   - goesOn: Asked once with the head, before the first event.
  ///   - visit: Called for each event; answers whether to go on.
  /// - Throws: `Failure` 66 where it cannot be read, 65 where it is no whole trace.
  static func walk(
    _ path: String, until goesOn: (TraceHeader) -> Bool, visit: (TracedEvent) throws -> Bool
  ) throws {
    let file = try open(path)
    var reader = TraceReader()
    var isKnown = false
    var isEnded = false
    while !isEnded {
      let piece: [UInt8]
      do { piece = try file.read(upTo: pieceSize) } catch { throw InputFile.failure(error, path) }
      reader.add(piece)
      isEnded = piece.isEmpty
      if isEnded { reader.end() }
      while let event = try next(&reader, path) {
        if !isKnown, let header = reader.header, !goesOn(header) { return }
        isKnown = true
        guard try visit(event) else { return }
      }
    }
    guard reader.isWhole else {
      throw Failure.badInput("\(path): the trace is cut off: expected a last line 'end'")
    }
    if !isKnown, let header = reader.header { _ = goesOn(header) }
  }

  private static func next(_ reader: inout TraceReader, _ path: String) throws -> TracedEvent? {
    do { return try reader.next() } catch {
      throw Failure.badInput("\(path): \(error.message)")
    }
  }

  /// Opens a trace, which is read more than once: a pipe is refused.
  private static func open(_ path: String) throws -> ReadableFile {
    do { return try ReadableFile(path) } catch { throw InputFile.failure(error, path) }
  }
}
