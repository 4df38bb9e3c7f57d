import Experiments
import Foundation

extension Failure {
  /// The exit code of the program (`sysexits.h`).
  var code: Int32 {
    switch kind {
    case .usage: EX_USAGE
    case .badInput: EX_DATAERR
    case .noInput: EX_NOINPUT
    case .fault: EX_SOFTWARE
    case .noOutput: EX_CANTCREAT
    // As a shell tells the end by the signal itself.
    case .readerIsGone: 128 + SIGPIPE
    }
  }

  /// Tells the standard error; control characters that the input smuggled in are left out.
  func report() {
    guard !problems.isEmpty else { return }
    let start = (Colour.isTaken(by: STDERR_FILENO) ? Colour.red("error:") : "error:") + " "
    let text = problems.flatMap { $0.told.split(separator: "\n") }.map { line in
      start + String(String.UnicodeScalarView(line.unicodeScalars.filter { !isControl($0) }))
    }
    _ = OpenOutput.write(Array((text.joined(separator: "\n") + "\n").utf8), to: STDERR_FILENO)
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}

extension Failure.Problem {
  /// The sentence, with what could be done in the words of the command line.
  fileprivate var told: String {
    switch remedy {
    case nil: sentence
    case .moreEvents: "\(sentence); --max-events allows more, a shorter run needs fewer"
    case .anotherFolder: "\(sentence): expected another --out"
    case .anotherFolderOrMoved:
      "\(sentence): expected another --out, or that it is moved away"
    case .noStore: "\(sentence); --no-store runs without it"
    case .noStoring: "\(sentence), --no-store runs without storing"
    }
  }
}
