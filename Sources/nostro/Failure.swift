import Foundation

/// An end without a result: what to tell, a line each, and the exit code (`sysexits.h`).
struct Failure: Error {
  let code: Int32
  let messages: [String]

  /// Bad input: 65.
  static func badInput(_ messages: [String]) -> Failure { Failure(code: 65, messages: messages) }
  /// Bad input: 65.
  static func badInput(_ message: String) -> Failure { badInput([message]) }
  /// Input that is not there or cannot be read: 66.
  static func noInput(_ message: String) -> Failure { Failure(code: 66, messages: [message]) }
  /// Output that cannot be written: 73.
  static func noOutput(_ message: String) -> Failure { Failure(code: 73, messages: [message]) }

  /// Output that cannot be written, and why: 73; silent where its reader has gone.
  ///
  /// - Parameter number: The number of the system's error.
  static func noOutput(_ name: String, _ number: Int32) -> Failure {
    guard number != EPIPE else { return readerIsGone }
    return noOutput("\(name): cannot be written: \(String(cString: strerror(number)))")
  }
  /// The end of a program whose output nobody reads any more, as after `| head`: 128 and the number
  /// of SIGPIPE, without a word. Most often the signal itself ends the process.
  static let readerIsGone = Failure(code: 128 + SIGPIPE, messages: [])

  /// Tells the standard error; control characters that the input smuggled in are left out.
  func report() {
    guard !messages.isEmpty else { return }
    let start = (Colour.isTaken(by: STDERR_FILENO) ? Colour.red("error:") : "error:") + " "
    let text = messages.flatMap { $0.split(separator: "\n") }.map { line in
      start + String(String.UnicodeScalarView(line.unicodeScalars.filter { !isControl($0) }))
    }
    _ = OpenOutput.write(Array((text.joined(separator: "\n") + "\n").utf8), to: STDERR_FILENO)
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
