/// What must settle if anything does that could not at the last run of standing queues.
///
/// After a run nothing more can settle. What settles later owes it to what has happened since: a
/// payment that joined a queue, or money that came to a participant. A set without the former and
/// without any payment of the latter could have settled at the run. So one of the prospects, each
/// a number of first payments of a participant, is part of every set that settles now; where all
/// of them are taken back, there is none.
struct Prospects: Sendable {
  /// For each participant, how many of its first payments the nearest prospect takes; 0 for none.
  private(set) var firsts: [Int32]
  /// The participants with a prospect.
  private(set) var members: [Int32] = []
  /// How many prospects are left.
  private var left = 0

  /// No prospects of so many participants.
  init(count: Int) { firsts = [Int32](repeating: 0, count: count) }

  /// Notes that a set may settle that takes the first `first` payments of a participant.
  mutating func note(_ participant: Int, first: Int) {
    guard participant < firsts.count else { return }
    if firsts[participant] == 0 {
      firsts[participant] = Int32(first)
      members.append(Int32(participant))
      left += 1
    } else {
      firsts[participant] = min(firsts[participant], Int32(first))
    }
  }

  /// The first payment of a participant has settled.
  mutating func advance(_ participant: Int) {
    if firsts[participant] > 1 { firsts[participant] -= 1 }
  }

  /// Gives up a participant's prospect.
  mutating func drop(_ participant: Int) {
    guard firsts[participant] > 0 else { return }
    firsts[participant] = 0
    left -= 1
  }

  /// Whether no prospect is left, now that `left` payments of a participant still may settle.
  @inline(__always)
  mutating func isLost(_ participant: Int, left: Int) -> Bool {
    if firsts[participant] > left { drop(participant) }
    return self.left == 0
  }

  /// Whether any prospect is left.
  var isEmpty: Bool { left == 0 }

  /// Forgets all prospects.
  mutating func clear() {
    for participant in members { firsts[Int(participant)] = 0 }
    members.removeAll(keepingCapacity: true)
    left = 0
  }
}
