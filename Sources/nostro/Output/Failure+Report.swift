import Experiments
import Foundation

extension Failure {
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
