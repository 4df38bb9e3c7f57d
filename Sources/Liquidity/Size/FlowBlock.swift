/// Eight replications of the net flows of one currency's pools, bucket by bucket.
///
/// Shape: [group of 8 pools][bucket][8 pools][8 lanes], a replication to a lane. Flows lie in 32
/// bits; the first that does not fit widens the block to doubles, which hold whole numbers exactly
/// below 2⁵³. Filled in the order of time, a block that keeps order also remembers the lowest
/// running sum inside each bucket, for every pool and for all pools together. Only levels between
/// instants are lows: whoever fills such a block nets what one pool moves at one instant, and adds
/// of an instant what comes in before what goes out; the total then rises before it falls, and is
/// nowhere within the instant lower than at both its ends.
public struct FlowBlock: Sendable {
  /// How many replications a block holds.
  public static let laneCount = 8
  /// How many pools the block has.
  public let poolCount: Int
  /// How many buckets the block has.
  public let bucketCount: Int
  /// Whether the lowest running sum inside each bucket is kept.
  public let keepsOrder: Bool
  /// The flows in 32 bits, after some entries that are skipped so that they begin with a line of
  /// the cache: a scan of lines is a fifth faster. A copy may lie otherwise; it counts the same.
  private(set) var narrow: [Int32] = []
  private(set) var skipped = 0
  private(set) var wide: [SIMD8<Double>] = []
  private(set) var lows: [SIMD8<Double>] = []
  private(set) var totals: [SIMD8<Double>] = []
  private(set) var totalLows: [SIMD8<Double>] = []
  /// What has moved in each lane, in or out: no running sum can pass it.
  private var volumes = SIMD8<Int64>()

  /// A block without flows.
  public init(poolCount: Int, bucketCount: Int, keepsOrder: Bool = false) {
    precondition(poolCount > 0 && bucketCount >= 0, "a block has pools and buckets")
    (self.poolCount, self.bucketCount) = (poolCount, bucketCount)
    self.keepsOrder = keepsOrder
    clear()
  }

  /// How many groups of eight pools there are; the last is filled up with pools without flows.
  var groupCount: Int { (poolCount + 7) / 8 }

  /// Whether some flow needed more than 32 bits.
  public var isWide: Bool { narrow.isEmpty && !wide.isEmpty }

  /// Takes every flow out.
  public mutating func clear() {
    let count = groupCount * bucketCount * 8
    narrow = [Int32](repeating: 0, count: count * 8 + 16)
    skipped = narrow.withUnsafeBytes { (64 - Int(bitPattern: $0.baseAddress) & 63) & 63 } / 4
    wide = []
    volumes = .zero
    guard keepsOrder else { return }
    lows = [SIMD8<Double>](repeating: .zero, count: count)
    totals = [SIMD8<Double>](repeating: .zero, count: bucketCount)
    totalLows = totals
  }

  /// Money came into a pool, or with a minus left it, from or to outside the pools.
  ///
  /// - Parameters:
  ///   - amount: In minor units.
  ///   - bucket: From 0.
  ///   - lane: The replication within the block, 0 ..< 8.
  /// - Precondition: What moves in one replication stays at or below 2⁵³ units in all.
  /// - Complexity: O(1); the first flow beyond 32 bits copies the block.
  public mutating func add(_ amount: Int64, pool: Int, bucket: Int, lane: Int) {
    change(pool, bucket, lane, by: amount)
    guard keepsOrder else { return }
    totals[bucket][lane] += Double(amount)
    totalLows[bucket][lane] = min(totalLows[bucket][lane], totals[bucket][lane])
  }

  /// Money went from one pool to another: what they have together does not change, not even for a
  /// moment.
  ///
  /// - Precondition: As for `add`.
  public mutating func move(_ amount: Int64, from: Int, to: Int, bucket: Int, lane: Int) {
    change(from, bucket, lane, by: -amount)
    change(to, bucket, lane, by: amount)
  }

  /// The net flow of a pool in a bucket.
  public func flow(pool: Int, bucket: Int, lane: Int) -> Int64 {
    let place = place(pool, bucket)
    return Int64(sum(place, lane))
  }

  /// The flow at a place of the shape [group][bucket][8 pools].
  func sum(_ place: Int, _ lane: Int) -> Double {
    isWide ? wide[place][lane] : Double(narrow[skipped + place * 8 + lane])
  }

  private func place(_ pool: Int, _ bucket: Int) -> Int {
    precondition(
      (0..<poolCount).contains(pool) && (0..<bucketCount).contains(bucket),
      "a flow belongs to a pool and a bucket of the block")
    return ((pool >> 3) * bucketCount + bucket) << 3 | pool & 7
  }

  private mutating func change(_ pool: Int, _ bucket: Int, _ lane: Int, by amount: Int64) {
    let place = place(pool, bucket)
    note(amount, lane)
    if !isWide {
      let sum = Int64(narrow[skipped + place * 8 + lane]) + amount
      if let fits = Int32(exactly: sum) {
        narrow[skipped + place * 8 + lane] = fits
      } else {
        widen()
      }
    }
    if isWide { wide[place][lane] += Double(amount) }
    guard keepsOrder else { return }
    lows[place][lane] = min(lows[place][lane], sum(place, lane))
  }

  private mutating func widen() {
    wide = (0..<groupCount * bucketCount * 8).map { place in
      var lanes = SIMD8<Double>()
      for lane in 0..<8 { lanes[lane] = Double(narrow[skipped + place * 8 + lane]) }
      return lanes
    }
    narrow = []
  }

  private mutating func note(_ amount: Int64, _ lane: Int) {
    let (volume, overflow) = volumes[lane].addingReportingOverflow(
      Int64(clamping: amount.magnitude))
    precondition(
      !overflow && volume <= FlowBlock.largestVolume,
      "the flows of a replication stay within 2⁵³ units, where doubles are exact")
    volumes[lane] = volume
  }

  /// What may move in one replication in all: 2⁵³ units.
  public static let largestVolume: Int64 = 1 << 53
}
