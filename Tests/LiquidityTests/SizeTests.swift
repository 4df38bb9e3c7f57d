import Foundation
import TestSupport
import Testing

@testable import Liquidity

@Suite struct SizeTests {
  @Test("the worked examples come out as typed", arguments: try! SizingCases.load().flows)
  func workedExamples(_ example: SizingCases.Example) throws {
    for expected in example.windowed ?? [] {
      let instance = try example.instance(expected)
      let needs = try instance.sizer().needs()
      #expect(needs.alone.map { $0[0] } == example.drawdown)
      #expect(needs.none == [example.none])
      #expect(needs.token == [example.token])
      #expect(needs.windowed == [expected.total])
      if let first = expected.first_interval_need {
        #expect(needs.first.map { $0[0] } == first)
      }
    }
  }

  @Test("the sizer equals its plain twin and every cut tried", arguments: [false, true])
  func exhaustive(_ isOpenToAll: Bool) throws {
    for seed in 0..<100 {
      let instance = try SizeInstance(seed, isOpenToAll: isOpenToAll)
      let needs = try instance.sizer().needs()
      let cuts = instance.cuts(mayLeaveOut: false)
      for (number, flows) in instance.flows.enumerated() {
        let best = cuts.map { cut in
          cut.indices.reduce(0) { $0 - instance.sum(number, $1, cut[$1] ?? 0) }
        }.max()
        #expect(needs.windowed[number] == best, "seed \(seed)")
        #expect(needs.windowed[number] == SizeDefinition.windowed(flows, instance.terms))
        #expect(needs.alone.map { $0[number] } == SizeDefinition.alone(flows))
        #expect(needs.token[number] == SizeDefinition.token(flows))
      }
    }
  }

  @Test("tokens never need more than windows, and these no more than nothing")
  func order() throws {
    for seed in 0..<60 {
      let instance = try SizeInstance(
        seed, pools: 7...18, buckets: 5...9, isOpenToAll: seed % 2 == 0, replications: 11)
      let needs = try instance.sizer().needs()
      for number in instance.flows.indices {
        #expect(needs.token[number] <= needs.windowed[number])
        #expect(needs.windowed[number] <= needs.none[number])
        #expect(
          needs.windowed[number]
            == SizeDefinition.windowed(instance.flows[number], instance.terms))
      }
    }
  }

  @Test("an allocation is enough where it covers every cut", arguments: [false, true])
  func allocations(_ isOpenToAll: Bool) throws {
    var (enough, short) = (0, 0)
    for seed in 0..<80 {
      let instance = try SizeInstance(seed, isOpenToAll: isOpenToAll)
      let sizer = try instance.sizer()
      let cuts = instance.cuts(mayLeaveOut: true)
      var dice = Dice(seed + 7)
      for _ in 0..<5 {
        let allocation = (0..<instance.terms.poolCount).map { _ in Int64(dice.int(0...14)) }
        let answer = sizer.isEnough(allocation)
        for number in instance.flows.indices {
          let isCovered = cuts.allSatisfy { cut in
            cut.indices.reduce(Int64(0)) { lacking, pool in
              guard let time = cut[pool] else { return lacking }
              return lacking - instance.sum(number, pool, time) - allocation[pool]
            } <= 0
          }
          #expect(answer[number] == isCovered, "seed \(seed)")
          if number == 0 {
            let block = instance.blocks[0]
            #expect(
              try SizeFeasibility.isEnough(allocation, for: block, lane: 0, terms: instance.terms)
                == isCovered, "seed \(seed)")
          }
          if isCovered { enough += 1 } else { short += 1 }
        }
      }
    }
    #expect(enough > 300 && short > 300)
  }

  @Test("a local minimum is added to every answer") func localMinima() throws {
    let plain = try SizeInstance(3, pools: 3...3, buckets: 6...6, isOpenToAll: true)
    let terms = try SizeTerms(
      poolCount: 3, bucketCount: 6, windows: plain.terms.windows, lag: plain.terms.lag,
      localMinima: [4, 0, 9])
    var sizer = try Sizer(terms)
    sizer.add(plain.blocks[0], replications: 5)
    let (before, after) = (try plain.sizer().needs(), sizer.needs())
    #expect(after.token == before.token.map { $0 + 13 })
    #expect(after.windowed == before.windowed.map { $0 + 13 })
    #expect(after.alone[2] == before.alone[2].map { $0 + 9 })
    let floor = zip([4, 0, 9], after.alone).map { Int64($0) + ($1.max() ?? 0) }
    #expect(sizer.isEnough(floor).allSatisfy { $0 })
  }

  @Test("terms that cannot be are told with their places") func faults() {
    let error = #expect(throws: InvalidProblem.self) {
      try SizeTerms(
        poolCount: 2, bucketCount: 4,
        windows: [.init(after: 5), .init(after: 5), .init(after: 2, open: [7])], lag: -1)
    }
    #expect(
      error?.faults.map(\.place) == [
        "lag", "windows[0]", "windows[1]", "windows[1]", "windows[2]", "open[2]",
      ])
  }
}

/// The worked examples of `sizing.json`.
enum SizingCases {
  struct Example: Decodable, Sendable, CustomTestStringConvertible {
    struct Windowed: Decodable {
      let windows: [Int]
      let lag: Int
      let open: [[String]]
      let total: Int64
      let first_interval_need: [Int64]?
    }

    let name: String
    let pools: [String]?
    let flows: [[Int64]]?
    let drawdown: [Int64]?
    let none: Int64?
    let token: Int64?
    let windowed: [Windowed]?
    var testDescription: String { name }

    func instance(_ expected: Windowed) throws -> SizeInstance {
      let pools = try #require(pools)
      let rows = try #require(flows)
      let windows = zip(expected.windows, expected.open).map { bucket, open in
        SizeTerms.Window(after: bucket, open: Set(open.compactMap { pools.firstIndex(of: $0) }))
      }
      let terms = try SizeTerms(
        poolCount: pools.count, bucketCount: rows[0].count, windows: windows, lag: expected.lag)
      return SizeInstance(terms: terms, flows: [rows])
    }
  }

  private struct File: Decodable { let cases: [Example] }

  static func load() throws -> (all: [Example], flows: [Example]) {
    let all = try JSONDecoder().decode(File.self, from: Cases.data("sizing.json")).cases
    return (all, all.filter { $0.windowed != nil })
  }
}

extension SizeInstance {
  init(terms: SizeTerms, flows: [[[Int64]]]) { (self.terms, self.flows) = (terms, flows) }
}
