import Foundation

/// An end without a result: what to tell, a line each, and the exit code (`sysexits.h`).
package struct Failure: Error {
  package let code: Int32
  package let messages: [String]

  /// An end with an exit code and its messages.
  package init(code: Int32, messages: [String]) { (self.code, self.messages) = (code, messages) }

  /// Bad input: 65.
  package static func badInput(_ messages: [String]) -> Failure {
    Failure(code: 65, messages: messages)
  }
  /// Bad input: 65.
  package static func badInput(_ message: String) -> Failure { badInput([message]) }
  /// Input that is not there or cannot be read: 66.
  package static func noInput(_ message: String) -> Failure {
    Failure(code: 66, messages: [message])
  }
  /// Output that cannot be written: 73.
  package static func noOutput(_ message: String) -> Failure {
    Failure(code: 73, messages: [message])
  }

  /// Output that cannot be written, and why: 73; silent where its reader has gone.
  ///
  /// - Parameter number: The number of the system's error.
  package static func noOutput(_ name: String, _ number: Int32) -> Failure {
    guard number != EPIPE else { return readerIsGone }
    return noOutput("\(name): cannot be written: \(String(cString: strerror(number)))")
  }
  /// The end of a program whose output nobody reads any more, as after `| head`: 128 and the number
  /// of SIGPIPE, without a word. Most often the signal itself ends the process.
  package static let readerIsGone = Failure(code: 128 + SIGPIPE, messages: [])
}
