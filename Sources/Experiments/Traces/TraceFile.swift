import Bookkeeping
import Reporting
import Scenarios

/// A trace in a file, read in pieces: its length does not matter.
///
/// Memory holds a piece of 64 KiB and the event that is read, whatever the length of the file. Its last line
/// says how many events there are: a trace that was cut off is refused, not taken for a shorter run.
enum TraceFile {
  private static let pieceSize = 1 << 16

  /// Whether a file starts as a trace does.
  ///
  /// - Throws: `.noInput` where it cannot be read.
  static func isTrace(_ path: String) throws(Failure) -> Bool {
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
  /// - Throws: `.noInput` where it cannot be read, `.badInput` where it is no whole trace.
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

  private static func next(_ reader: inout TraceReader, _ path: String) throws(Failure)
    -> TracedEvent?
  {
    do { return try reader.next() } catch {
      throw Failure.badInput("\(path): \(error.message)")
    }
  }

  /// Opens a trace, which is read more than once: a pipe is refused.
  private static func open(_ path: String) throws(Failure) -> ReadableFile {
    do { return try ReadableFile(path) } catch { throw InputFile.failure(error, path) }
  }
}
