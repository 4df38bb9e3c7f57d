import Experiments
import Reporting
import Vocabulary

/// What the independent checker said of an answer before it is printed.
///
/// It is part of every answer, in every build: checking is cheap beside reading the problem.
struct Verification {
  /// What of the answer was checked; what is not named rests on the solver alone.
  let claims: [String]
  /// What the answer breaks; empty as it should be.
  let faults: [String]

  /// The members that end an answer: `"verified":true,"verified_claims":["feasible","value"]`.
  var members: [(key: String, value: JSONNode)] {
    let members: [(key: String, value: JSONNode)] = [
      ("verified", .boolean(faults.isEmpty)),
      ("verified_claims", .array(claims.map { .string($0) })),
    ]
    return faults.isEmpty
      ? members : members + [("faults", .array(faults.map { .string($0) }))]
  }

  /// Prints an answer with what was said of it.
  ///
  /// - Throws: `Failure` 70 where it breaks something: a fault of this program, to be reported.
  func print(_ answer: [(key: String, value: JSONNode)]) throws {
    try Output.write(JSONNode.object(answer + members).text(.line) + "\n")
    guard !faults.isEmpty else { return }
    throw Failure(
      code: 70,
      messages: faults.map { "the answer does not pass its check, please report it: \($0)" })
  }
}
