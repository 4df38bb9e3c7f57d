/// SIZE: what the pools of one currency must hold at the start so that no balance ever falls below
/// its minimum, without rebalancing, with windows, and pooled by tokens; all from one pass over
/// the flows.
///
/// ```swift
/// var sizer = try Sizer(SizeTerms(poolCount: 2, bucketCount: 4, windows: [.init(after: 2)]))
/// sizer.add(block, replications: 8)   // as often as there are blocks
/// let needs = sizer.needs()
/// ```
public struct Sizer: Sendable {
  /// What the pools may do.
  public let terms: SizeTerms
  let cuts: CutTable
  let groups: [CutGroup]
  private var scan: LaneScan
  private var carry: [SIMD8<Double>] = []
  private var cutNeeds: [SIMD8<Double>] = []
  private var lowest: [SIMD8<Double>] = []
  /// Of each block: for each group the lowest sums over the ranges that are kept, then the
  /// windowed needs and the lowest total.
  private(set) var found: [SIMD8<Double>] = []
  private(set) var replicationCounts: [Int] = []

  /// A sizer that has seen no flows.
  ///
  /// - Throws: `InvalidProblem` where the windows leave more than 65,536 cuts.
  public init(_ terms: SizeTerms) throws(InvalidProblem) {
    self.terms = terms
    let table = try CutTable(terms)
    cuts = table
    groups = (0..<(terms.poolCount + 7) / 8).map {
      CutGroup($0, of: table, poolCount: terms.poolCount)
    }
    scan = LaneScan(segmentCount: table.ends.count)
  }

  /// How many ranges of a group are kept: where all windows are open to all pools, questions about
  /// an allocation need only the first sixteen.
  func keptCount(of group: CutGroup) -> Int { terms.isOpenToAll ? 16 : group.pools.count }

  /// How much of `found` belongs to a block.
  var stride: Int { groups.reduce(2) { $0 + keptCount(of: $1) } }

  /// How many replications were seen.
  public var replicationCount: Int { replicationCounts.reduce(0, +) }

  /// Forgets the replications seen; the memory stays for those to come.
  public mutating func forget() {
    found.removeAll(keepingCapacity: true)
    replicationCounts.removeAll(keepingCapacity: true)
  }

  /// Takes in a block of up to eight replications, those of its first lanes.
  ///
  /// - Precondition: The block has the pools and buckets of the terms.
  /// - Complexity: O(pools · (buckets + cuts)); where vectors hold eight doubles, the time of
  ///   reading the block from memory.
  public mutating func add(_ block: borrowing FlowBlock, replications: Int = FlowBlock.laneCount) {
    precondition(
      block.poolCount == terms.poolCount && block.bucketCount == terms.bucketCount
        && (1...FlowBlock.laneCount).contains(replications), "a block has the shape of its terms")
    replicationCounts.append(replications)
    reset(block.bucketCount)
    let place = found.count
    for group in groups.indices { add(group, of: block) }
    found.append(highestNeed())
    found.append(
      groups.count == 1 ? scan.totalLowest : LaneKernel.lowest(of: carry, lows: block.totalLows))
    assert(isOrdered(place), "token ≤ windowed ≤ the sum of the pools' own needs")
  }

  private mutating func add(_ group: Int, of block: borrowing FlowBlock) {
    let ranges = groups[group].pools.count
    if lowest.count < ranges { lowest = [SIMD8<Double>](repeating: .zero, count: ranges) }
    scan.run(block, group: group, ends: cuts.ends, carry: &carry)
    LaneKernel.writeRanges(groups[group], of: scan, to: &lowest)
    LaneKernel.addCuts(groups[group], lowest: lowest, to: &cutNeeds)
    found.append(contentsOf: lowest[..<keptCount(of: groups[group])])
  }

  private mutating func reset(_ buckets: Int) {
    cutNeeds.removeAll(keepingCapacity: true)
    cutNeeds.append(contentsOf: repeatElement(.zero, count: cuts.count))
    guard groups.count > 1 else { return }
    carry.removeAll(keepingCapacity: true)
    carry.append(contentsOf: repeatElement(.zero, count: buckets))
  }

  private func highestNeed() -> SIMD8<Double> {
    var highest = cutNeeds[0]
    for need in cutNeeds { highest.replace(with: need, where: highest .< need) }
    return highest
  }

  /// Whether a block's answers stand in the order that they must.
  private func isOrdered(_ place: Int) -> Bool {
    var none = SIMD8<Double>()
    var start = place
    for group in groups {
      for pool in 0..<8 { none -= found[start + pool] }
      start += keptCount(of: group)
    }
    let (windowed, token) = (found[start], -found[start + 1])
    return (0..<8).allSatisfy { token[$0] <= windowed[$0] && windowed[$0] <= none[$0] }
  }
}
