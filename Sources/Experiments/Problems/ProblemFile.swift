import Liquidity
import Vocabulary

/// The file that a liquidity problem is read from.
enum ProblemFile {
  /// The largest file that is read: 64 MiB.
  private static let byteLimit = 1 << 26

  /// Reads a file and has `read` make a problem of it.
  ///
  /// - Parameters:
  ///   - path: The file, `-` for the standard input.
  ///   - read: Notes faults, and gives `nil` where some part is missing.
  /// - Throws: `.noInput` where there is no such file; `.badInput` with every fault and its path in
  ///   the document.
  static func problem<Problem>(
    _ path: String, _ read: (JSONNode, inout JSONReading) throws -> Problem?
  ) throws(Failure) -> Problem {
    let text = try InputFile(path: path).text(limit: byteLimit)
    let node: JSONNode
    do { node = try JSONParser.parse(text) } catch { throw Failure.badInput("\(path): \(error)") }
    var reading = JSONReading()
    var problem: Problem?
    do { problem = try read(node, &reading) } catch let error as InvalidProblem {
      for fault in error.faults { reading.note("$.\(fault.place)", fault.sentence) }
    } catch { throw Failure(.fault, ["\(error)"]) }
    try reading.throwIfAny(path)
    guard let problem else { throw Failure.badInput("\(path): $: expected a problem") }
    return problem
  }
}
