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

  /// An answer with what was said of it.
  func answer(_ members: [(key: String, value: JSONNode)]) -> ProblemAnswer {
    ProblemAnswer(text: JSONNode.object(members + self.members).text(.line), faults: faults)
  }
}
