import Bookkeeping
import Foundation
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
    let handle = try open(path)
    defer { try? handle.close() }
    let start = try? handle.read(upToCount: TraceCSV.mark.utf8.count)
    return start.map { Array($0) == Array(TraceCSV.mark.utf8) } ?? false
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
    let handle = try open(path)
    defer { try? handle.close() }
    var reader = TraceReader()
    var isKnown = false
    var isEnded = false
    while !isEnded {
      guard let piece = try? handle.read(upToCount: pieceSize) ?? Data() else {
        throw Failure.noInput("\(path): cannot be read")
      }
      reader.add(Array(piece))
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

  private static func open(_ path: String) throws -> FileHandle {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure.noInput("\(path): no such file")
    }
    guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure.noInput("\(path): cannot be read")
    }
    return handle
  }
}
