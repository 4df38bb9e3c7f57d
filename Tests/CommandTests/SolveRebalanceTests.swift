import Testing

@Suite("nostro solve rebalance answers a problem in JSON, or says what is wrong with it")
struct SolveRebalanceTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func solve(_ text: String) throws -> Command.Ending {
    try Command.nostro(["solve", "rebalance", "-"], in: folder, input: text)
  }

  @Test("The worked case costs 23 and its transfers stand in the order of the pools")
  func workedCase() throws {
    let pools = [("A", "USD", 110), ("B", "USD", 105), ("C", "EUR", 92), ("D", "EUR", 96)].map {
      #"{"id":"\#($0.0)","currency":"\#($0.1)","holding":\#($0.2),"target":100}"#
    }
    let costs = #"""
      "costs":{"out":{"A":0},"in":{"C":0},"currency":[{"from":"USD","to":"EUR","unit":0}],
      "pair":[{"from":"A","to":"C","unit":3},{"from":"A","to":"D","unit":1},
      {"from":"B","to":"C","unit":2},{"from":"B","to":"D","unit":4}],"unfunded":1000}
      """#
    let limits = #""limits":[{"from":"A","to":"C","amount":50}]"#
    let text = "{\"pools\":[\(pools.joined(separator: ","))],\(costs),\(limits)}"
    try folder.write(text, to: "worked.json")
    let ending = try Command.nostro(["solve", "rebalance", "worked.json"], in: folder)
    #expect(ending.code == 0)
    #expect(ending.errors.isEmpty)
    #expect(
      ending.output == #"""
        {"format":1,"status":"optimal","cost":23,"transfers":[{"from":"A","to":"C","amount":3},\#
        {"from":"A","to":"D","amount":4},{"from":"B","to":"C","amount":5}],"unfunded":{},\#
        "verified":true,"verified_claims":["feasible","cost","optimal"]}

        """#)
  }

  @Test("What cannot be funded stands beside the transfers and counts in the cost")
  func lacking() throws {
    let ending = try solve(
      #"""
      {"pools":[{"id":"A","currency":"USD","holding":9,"target":5},
      {"id":"a \"b\"","currency":"EUR","holding":0,"target":7}],
      "costs":{"currency":[{"from":"USD","to":"EUR","unit":2}],"unfunded":9}}
      """#)
    #expect(ending.code == 0)
    #expect(ending.output.contains(#""cost":35,"#))
    #expect(ending.output.contains(#"{"from":"A","to":"a \"b\"","amount":4}"#))
    #expect(ending.output.contains(#""unfunded":{"a \"b\"":3}"#))
  }

  @Test("Every problem is told at once, each with its path") func everyProblem() throws {
    let ending = try solve(
      #"""
      {"pools":[{"id":"A","currency":"USD","holding":1,"target":1.5},
      {"id":"A","currency":"USD","holding":99999999999999999999,"target":1e2},
      {"id":"C x","currency":"EUR","holding":5,"target":6,"colour":1}],
      "costs":{"out":{"Cx":0,"C x":-1},"currency":[{"from":"USD","to":"EUX","unit":2}],
      "pair":[{"from":"A","to":"C x","unit":3},{"from":"A","to":"C x","unit":3}]},
      "limits":[{"from":"A","to":"C x"},[],{"from":"A","to":"A","amount":-1}]}
      """#)
    #expect(ending.code == 65)
    #expect(ending.output.isEmpty)
    #expect(
      ending.errors == """
        error: -: $.pools[0].target: expected a whole amount from 0, found 1.5
        error: -: $.pools[1].id: 'A' stands twice, first at $.pools[0]
        error: -: $.pools[1].holding: expected a whole number within 64 bits, \
        found 99999999999999999999
        error: -: $.pools[1].target: expected a whole amount from 0, found 1e2
        error: -: $.pools[2].colour: unknown key
        error: -: $.costs.unfunded: is missing
        error: -: $.costs.out.Cx: 'Cx' is not known; did you mean 'C x'?
        error: -: $.costs.out.C x: expected a whole cost from 0 to 2⁴⁰, found -1
        error: -: $.costs.currency[0].to: 'EUX' is not known; did you mean 'EUR'?
        error: -: $.costs.pair[1]: stands twice, first at $.costs.pair[0]
        error: -: $.limits[0].amount: is missing
        error: -: $.limits[1]: expected an object, found an array
        error: -: $.limits[2].amount: expected a whole amount from 0, found -1

        """)
  }

  @Test("A limit from a pool to itself is refused with its path") func samePool() throws {
    let ending = try solve(
      #"""
      {"pools":[{"id":"A","currency":"USD","holding":2,"target":1}],"costs":{"unfunded":1},
      "limits":[{"from":"A","to":"A","amount":1}]}
      """#)
    #expect(ending.code == 65)
    #expect(
      ending.errors
        == "error: -: $.limits[0].to: expected another pool than the giver, found 0\n")
  }

  @Test("NaN is refused with its path") func notANumber() throws {
    let ending = try solve(
      #"""
      {"pools":[{"id":"A","currency":"USD","holding":NaN,"target":1}],"costs":{"unfunded":1}}
      """#)
    #expect(ending.code == 65)
    #expect(
      ending.errors == "error: -: $.pools[0].holding: expected a whole number, found NaN\n")
  }

  @Test("More money than can be added up is refused") func volume() throws {
    let ending = try solve(
      #"""
      {"pools":[{"id":"A","currency":"USD","holding":2305843009213693952,"target":1}],
      "costs":{"unfunded":1}}
      """#)
    #expect(ending.code == 65)
    #expect(
      ending.errors
        == "error: -: $.pools: expected holdings and targets of at most 2⁶¹ units in all, "
        + "found 2305843009213693953\n")
  }

  @Test("A file that is not there ends with 66") func noFile() throws {
    #expect(try Command.nostro(["solve", "rebalance", "none.json"], in: folder).code == 66)
  }
}
