/// The answer to a liquidity problem as a document, with what its independent check found.
package struct ProblemAnswer: Sendable {
  /// JSON on one line, without its end. It says itself whether it passed its check, and in what.
  package let text: String
  /// What the answer breaks, a sentence each; empty as it should be.
  package let faults: [String]

  /// Ends with a failure where the answer does not pass its check.
  ///
  /// - Throws: `.fault` with all that it breaks: a fault of this package, to be reported.
  package func throwIfWrong() throws(Failure) {
    guard !faults.isEmpty else { return }
    throw Failure(
      .fault, faults.map { "the answer does not pass its check, please report it: \($0)" })
  }
}
