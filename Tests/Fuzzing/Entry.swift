import Foundation

/// The fuzzer's call: reads one input in the form that the environment names.
///
/// - Parameters:
///   - start: The bytes; none where `count` is 0.
///   - count: How many.
/// - Returns: 0, as libFuzzer wants it: an input is refused or read, never an error of the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzedForm.chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The forms of input that come from outside.
enum FuzzedForm: String, CaseIterable {
  /// A scenario file in YAML, compiled and run where it is one.
  case scenario
  /// The rows of a CSV file of payments.
  case payments
  /// Any other CSV file: allocations, instants, reasons.
  case table
  /// An iCalendar file of holidays.
  case calendar
  /// A pacs.008 message.
  case message
  /// A problem of the solver in JSON.
  case problem

  /// The form that `FUZZED_FORM` names.
  static let chosen: FuzzedForm = {
    let name = ProcessInfo.processInfo.environment["FUZZED_FORM"] ?? ""
    guard let form = FuzzedForm(rawValue: name) else {
      preconditionFailure(
        "FUZZED_FORM is one of \(FuzzedForm.allCases.map(\.rawValue)), not '\(name)'")
    }
    return form
  }()

  /// Reads an input; whatever it holds, reading it ends.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .scenario: FuzzedInputs.scenario(bytes)
    case .payments: FuzzedInputs.payments(bytes)
    case .table: FuzzedInputs.table(bytes)
    case .calendar: FuzzedInputs.calendar(bytes)
    case .message: FuzzedInputs.message(bytes)
    case .problem: FuzzedInputs.problem(bytes)
    }
  }
}
