/// The supply of each out-hub and the demand of each in-hub as curves of ascending unit cost.
///
/// A curve is a row of segments, one for each pool with surplus or need, cheapest first. What flows
/// through a hub lies in one segment while the hub hangs from the root of the tree, else between
/// two.
struct MeritCurves: Sendable {
  /// The curve of one hub.
  struct Curve: Sendable {
    /// The first segment, and the one after the last.
    var start: Int32
    var end: Int32
    /// The segment in use; off the tree, the one right of the flow.
    var place: Int32
    /// What flows through the hub.
    var flow: Int64
  }

  /// One pool's part of a curve.
  struct Segment: Sendable {
    /// What one unit costs.
    var slope: Int64
    /// The flow at its end; it starts where the one before it ends.
    var end: Int64
    /// The pool.
    var pool: Int32
  }

  /// The curves of all out-hubs, then of all in-hubs.
  private(set) var curves: [Curve] = []
  private(set) var segments: [Segment] = []

  /// Takes surplus and need of a problem; nothing flows.
  mutating func load(_ problem: RebalanceProblem) {
    curves.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    let (pools, gaps) = (problem.pools, problem.gaps)
    append(problem.hubs.givers) { pool in (gaps[pool], 2 * pools[pool].outCost) }
    let worth = 2 * problem.unfunded + 1
    append(problem.hubs.takers) { pool in (-gaps[pool], 2 * pools[pool].inCost - worth) }
  }

  @inline(__always)
  private mutating func append(
    _ order: MeritOrder, _ segment: (Int) -> (amount: Int64, slope: Int64)
  ) {
    for hub in 0..<order.count {
      let start = Int32(segments.count)
      var end: Int64 = 0
      for row in order.starts[hub]..<order.starts[hub + 1] {
        let pool = order.pools[row]
        let (amount, slope) = segment(Int(pool))
        if amount > 0 {
          end += amount
          segments.append(Segment(slope: slope, end: end, pool: pool))
        }
      }
      curves.append(Curve(start: start, end: Int32(segments.count), place: start, flow: 0))
    }
  }

  /// Whether a hub has anything to give or take.
  func isActive(_ hub: Int) -> Bool { curves[hub].start < curves[hub].end }

  /// The cost of a unit in the segment in use.
  @inline(__always)
  func slope(of hub: Int) -> Int64 { segments[Int(curves[hub].place)].slope }

  /// Changes the segment in use.
  @inline(__always)
  mutating func step(_ hub: Int, by count: Int32) { curves[hub].place += count }

  /// What a rise of a hub off the tree costs at the margin; `nil` at the end.
  @inline(__always)
  func slopeRight(of hub: Int) -> Int64? {
    let curve = curves[hub]
    return curve.place < curve.end ? segments[Int(curve.place)].slope : nil
  }

  /// What a fall of a hub off the tree saves at the margin; `nil` at the start.
  @inline(__always)
  func slopeLeft(of hub: Int) -> Int64? {
    let curve = curves[hub]
    return curve.place > curve.start ? segments[Int(curve.place) - 1].slope : nil
  }
}

/// Running along a curve.
extension MeritCurves {
  /// A way along the curve of a hub, up or down.
  struct Walk {
    let hub: Int
    let rises: Bool
    /// The segment that was reached.
    var place: Int
    /// What is left of it.
    var room: Int64
  }

  /// A way that starts in the segment in use.
  @inline(__always)
  func walk(_ hub: Int, _ rises: Bool) -> Walk {
    let curve = curves[hub]
    let place = Int(curve.place)
    let start = place > curve.start ? segments[place - 1].end : 0
    let room = rises ? segments[place].end - curve.flow : curve.flow - start
    return Walk(hub: hub, rises: rises, place: place, room: room)
  }

  /// By how much a unit costs more in the next segment; `nil` behind the last.
  @inline(__always)
  func jump(of walk: Walk) -> Int64? {
    let curve = curves[walk.hub]
    if walk.rises {
      guard walk.place + 1 < curve.end else { return nil }
      return segments[walk.place + 1].slope - segments[walk.place].slope
    }
    guard walk.place > curve.start else { return nil }
    return segments[walk.place].slope - segments[walk.place - 1].slope
  }

  /// Goes on to the next segment.
  @inline(__always)
  func pass(_ walk: inout Walk) {
    walk.place += walk.rises ? 1 : -1
    let start = walk.place > curves[walk.hub].start ? segments[walk.place - 1].end : 0
    walk.room = segments[walk.place].end - start
  }

  /// Notes how far two ways have led, and that so much flowed along both.
  @inline(__always)
  mutating func end(_ walks: (first: Walk, last: Walk), _ amount: Int64) {
    end(walks.first, amount)
    end(walks.last, amount)
  }

  @inline(__always)
  private mutating func end(_ walk: Walk, _ amount: Int64) {
    curves[walk.hub].place = Int32(walk.place)
    curves[walk.hub].flow += walk.rises ? amount : -amount
  }
}
