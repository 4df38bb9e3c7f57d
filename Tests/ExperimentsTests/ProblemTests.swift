import Testing

@testable import Experiments

@Suite("A problem of JSON is read, and its answer is one line that says what was checked")
struct ProblemTests {
  private let place: Place

  init() throws { place = try Place() }

  /// The answer to a problem.
  private func solve(_ kind: String, _ problem: String, bypass: Bool = false) throws -> String {
    try place.write(problem, to: "problem.json")
    let path = place("problem.json")
    let answer =
      switch kind {
      case "settle" where bypass: try SettleInput.read(path).bypass()
      case "settle": try SettleInput.read(path).inOrder()
      case "size": try SizeInput.read(path).solve()
      default: try RebalanceInput.read(path).solve()
      }
    #expect(answer.faults.isEmpty)
    return answer.text
  }

  /// What is wrong with a problem, without the name of its file.
  private func faults(_ kind: String, _ problem: String) -> [String] {
    do { _ = try solve(kind, problem) } catch let failure as Failure {
      #expect(failure.kind == .badInput)
      return failure.problems.map { $0.sentence.replacing(place("problem.json") + ": ", with: "") }
    } catch { Issue.record("\(error)") }
    return []
  }

  /// Project Ubin, Phase 2, case F1_2: two payments that only settle together.
  @Test("A gridlock of two settles as published") func settle() throws {
    let answer = try solve(
      "settle",
      """
      {"participants":[{"id":"A","balance":3,"credit":0},{"id":"B","balance":4}],
       "queue":[{"id":"T1","from":"A","to":"B","amount":5},
                {"id":"T2","from":"B","to":"A","amount":6}],
       "bilateral_limits":[{"from":"A","to":"B","limit":10}]}
      """)
    #expect(
      answer
        == #"{"format":1,"status":"optimal","settled":["T1","T2"],"value":11,"balances":{"A":4,"B":3},"#
        + #""verified":true,"verified_claims":["feasible","value","balances"]}"#
    )
  }

  /// Project Ubin, Phase 2, case F2_3: in order 47 units settle, in any order 62.
  @Test("With a bypass payments overtake, and few of them to the best of all sets")
  func bypass() throws {
    let payments = [("A", 20), ("B", 15), ("A", 30), ("B", 12), ("A", 15), ("B", 80)]
    let queue = payments.enumerated().map { place, payment in
      let to = payment.0 == "A" ? "B" : "A"
      return #"{"id":"T\#(place + 1)","from":"\#(payment.0)","to":"\#(to)","amount":\#(payment.1)}"#
    }
    let answer = try solve(
      "settle",
      """
      {"participants":[{"id":"A","balance":10},{"id":"B","balance":8}],
       "queue":[\(queue.joined(separator: ","))]}
      """, bypass: true)
    #expect(
      answer.hasPrefix(#"{"format":1,"status":"optimal","settled":["T1","T2","T4","T5"]"#))
    #expect(answer.contains(#""value":62"#))
    #expect(answer.contains(#""value_in_order":47,"gain":15,"bound":62,"verified":true"#))
  }

  @Test("The worked example of sizing comes out as typed") func size() throws {
    let answer = try solve(
      "size",
      """
      {"pools":["A","B"],"flows":[[[-6,6,-1,1],[2,-2,-5,5]]],"windows":[2],"lag":0,
       "open":[["A","B"]],"service_level":1.0}
      """)
    #expect(
      answer == """
        {"format":1,"none":{"total":11,"per_pool":{"A":6,"B":5},"per_replication":[11]},\
        "windowed":{"total":6,"per_replication":[6]},"token":{"total":6,"per_replication":[6]},\
        "joint":{"allocation":{"A":6,"B":0},"total":6,"lower_bound":6,"gap":0},\
        "verified":true,"verified_claims":["none","token","windowed","allocation"]}
        """)
  }

  @Test("The worked example of rebalancing costs 23") func rebalance() throws {
    let pools = [("A", 10, 0), ("B", 5, 0), ("C", 0, 8), ("D", 0, 4)].map {
      #"{"id":"\#($0.0)","currency":"USD","holding":\#($0.1),"target":\#($0.2)}"#
    }
    let pairs = [("A", "C", 3), ("A", "D", 1), ("B", "C", 2), ("B", "D", 4)].map {
      #"{"from":"\#($0.0)","to":"\#($0.1)","unit":\#($0.2)}"#
    }
    let answer = try solve(
      "rebalance",
      """
      {"pools":[\(pools.joined(separator: ","))],
       "costs":{"pair":[\(pairs.joined(separator: ","))],"unfunded":1000}}
      """)
    #expect(
      answer == """
        {"format":1,"status":"optimal","cost":23,"transfers":[{"from":"A","to":"C","amount":3},\
        {"from":"A","to":"D","amount":4},{"from":"B","to":"C","amount":5}],"unfunded":{},\
        "verified":true,"verified_claims":["feasible","cost","optimal"]}
        """)
  }

  @Test("Every fault is told with its path, and nothing is solved")
  func faults() throws {
    let found = faults(
      "settle",
      """
      {"participants":[{"id":"A","balance":-3},{"id":"A","balance":4.0,"credit":2,"credit":3}],
       "queue":[{"id":"T1","from":"A","to":"X","amount":NaN},
                {"id":"T2","from":"A","to":"A","amount":99999999999999999999}],
       "bilateral_limit":[]}
      """)
    #expect(
      found == [
        "$.bilateral_limit: unknown key; did you mean 'bilateral_limits'?",
        "$.participants[0].balance: expected a balance that the credit covers, found -3",
        "$.participants[1].credit: stands twice, as members 3 and 4 of the object",
        "$.participants[1].id: 'A' stands twice, first at $.participants[0]",
        "$.participants[1].balance: expected a whole number, found 4.0",
        "$.queue[0].to: 'X' is not known",
        "$.queue[0].amount: expected a whole amount above 0, found NaN",
        "$.queue[1].amount: expected a whole amount above 0 within 64 bits, found "
          + "99999999999999999999",
        "$.queue[1].to: expected another participant than the sender, found 'A'",
      ])
  }

  @Test(
    "What is no problem of the kind is refused with the path",
    arguments: [
      ("size", #"{"pools":["A"],"flows":[[[1,2]],[[1]]]}"#, "$.flows[1][0]: expected 2 buckets"),
      ("size", #"{"pools":["A"],"flows":[[[1]]],"service_level":0}"#, "$.service_level: expected"),
      ("size", #"{"pools":["A"],"flows":[[[9007199254740993]]]}"#, "$.flows[0]: expected flows"),
      ("size", #"{"pools":["A"],"flows":[[[1]]],"windows":[2]}"#, "$.windows[0]: expected"),
      ("size", #"{"pools":["A"],"flows":[]}"#, "$.flows: is empty"),
      ("rebalance", #"{"pools":[],"costs":{}}"#, "$.costs.unfunded: is missing"),
      ("rebalance", #"{"pools":[],"costs":{"unfunded":-1}}"#, "$.costs.unfunded: expected"),
      ("rebalance", #"[1,2"#, "line 1: expected ',' or ']'"),
      ("settle", String(repeating: "[", count: 100_000), "line 1: expected at most 64 levels"),
    ])
  func refusals(_ kind: String, _ problem: String, _ expected: String) throws {
    let found = faults(kind, problem)
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
  }
}
