import Vocabulary

/// Where a payment was given: a file by its place among those of the reader, and a line. Eight
/// bytes for each of ten million payments, in place of a sentence.
struct PaymentPlace {
  /// The place of the file in `ScenarioReader.paymentFiles`.
  let file: UInt32
  /// The line, from 1.
  let line: UInt32
}

extension ScenarioReader {
  /// Checks a given payment against the experiment and the payments before it.
  ///
  /// Its id counts as given whatever is wrong with it; its corridor is noted for `checkCorridors` where
  /// nothing is.
  ///
  ///     rows.csv:10:1: a second payment 'P8', the first in rows.csv:9
  ///     rows.csv:6:1: the deadline 2026-03-06T14:00:00Z is not after the instruction, …
  ///     rows.csv:8:1: instructed at 2026-03-09T15:00:00Z, outside the experiment's …
  ///
  /// - Returns: Whether it can be taken; what is refused is reported at its place.
  /// - Complexity: O(1); no message is made once the list of problems is full.
  mutating func take(_ payment: ListedPayment, at place: Problem) -> Bool {
    func refuse(_ message: @autoclosure () -> String) -> Bool {
      guard !problems.isFull else {
        problems.countOneMore()
        return false
      }
      problems.add(
        Problem(
          file: place.file, path: place.path, line: place.line, column: place.column,
          message: message()))
      return false
    }
    if paymentFiles.last != place.file { paymentFiles.append(place.file) }
    let here = PaymentPlace(
      file: UInt32(paymentFiles.count - 1), line: UInt32(clamping: place.line))
    if let first = paymentPlaces.updateValue(here, forKey: payment.id) {
      paymentPlaces[payment.id] = first
      return refuse(
        "a second payment '\(YAMLValue.shown(payment.id))', the first in \(words(for: first))")
    }
    if let deadline = payment.deadline, deadline <= payment.instructed {
      return refuse("the deadline \(deadline) is not after the instruction, \(payment.instructed)")
    }
    if let experiment,
      payment.instructed < experiment.from || payment.instructed >= experiment.until
    {
      return refuse(
        "instructed at \(payment.instructed), outside the experiment's \(experiment.from) to "
          + "\(experiment.until)")
    }
    use(payment.corridor, at: place)
    return true
  }

  /// A place as a message names it: with its file where that is not the scenario.
  private func words(for place: PaymentPlace) -> String {
    let file = paymentFiles[Int(place.file)]
    return file == problems.file ? "line \(place.line)" : "\(file):\(place.line)"
  }
}
