import Vocabulary

/// Where a payment was given: a file by its place among those of the reader, and a line.
struct PaymentPlace {
  let file: UInt32
  let line: UInt32
}

extension ScenarioReader {
  /// Checks a given payment against the experiment and the payments before it.
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
        "a second payment '\(Written.shown(payment.id))', the first in \(words(for: first))")
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
    use(payment.route, at: place)
    return true
  }

  private func words(for place: PaymentPlace) -> String {
    let file = paymentFiles[Int(place.file)]
    return file == problems.file ? "line \(place.line)" : "\(file):\(place.line)"
  }
}
