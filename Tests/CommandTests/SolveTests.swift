import Foundation
import Testing

/// What answers and refusals say is tested where they are made, in `ExperimentsTests/ProblemTests`.
@Suite("nostro solve reads the standard input and writes its answer on one line")
struct SolveTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// Project Ubin, Phase 2, case F1_2: two payments that only settle together.
  @Test("A gridlock of two settles as published") func settle() throws {
    let problem = """
      {"participants":[{"id":"A","balance":3,"credit":0},{"id":"B","balance":4}],
       "queue":[{"id":"T1","from":"A","to":"B","amount":5},
                {"id":"T2","from":"B","to":"A","amount":6}],
       "bilateral_limits":[{"from":"A","to":"B","limit":10}]}
      """
    let ending = try Command.nostro(["solve", "settle", "-"], in: folder, input: problem)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(
      ending.output
        == #"{"format":1,"status":"optimal","settled":["T1","T2"],"value":11,"balances":{"A":4,"B":3},"#
        + #""verified":true,"verified_claims":["feasible","value","balances"]}"#
        + "\n"
    )
  }

  @Test("What is no problem ends with 65, every fault on a line of the standard error")
  func faults() throws {
    let problem = #"{"pools":[],"costs":{"unfunded":-1}, "limit":[]}"#
    let ending = try Command.nostro(["solve", "rebalance", "-"], in: folder, input: problem)
    #expect(ending.code == 65 && ending.output.isEmpty)
    #expect(
      ending.errors == """
        error: -: $.limit: unknown key; did you mean 'limits'?
        error: -: $.costs.unfunded: expected a whole cost from 0 to 2⁴⁰, found -1

        """)
  }
}
