/// What must settle if anything does that could not at the last run of standing queues.
///
/// After a run nothing more can settle. What settles later owes it to what has happened since:
/// - Money came to a participant. A set without its first payment could have settled before.
/// - A payment joined a queue. A set without it could have settled before; and without it the set
///   could have settled but for its payee, who then pays something in the set as well, unless the
///   payment settles on its own.
///
/// So every set that settles now meets one of the prospects; where the run has taken back some
/// part of each of them, nothing settles.
struct SettlementTriggers: Sendable {
  /// A participant whose first payments must settle, so many of them, and another that must settle
  /// at least one, or −1.
  struct Prospect: Sendable {
    let participant: Int32
    var first: Int32
    let other: Int32
  }

  /// With more prospects than this a run looks at everything.
  private static let most = 16

  private(set) var list: [Prospect] = []
  /// Whether anything may settle, whatever the list says.
  private(set) var isAnything = false
  /// Whether a participant may stand in the list, and those that may.
  private var isWatched: [Bool]
  private var watched: [Int32] = []

  /// No prospects of so many participants.
  init(count: Int) { isWatched = [Bool](repeating: false, count: count) }

  /// Whether nothing can settle.
  var isEmpty: Bool { list.isEmpty && !isAnything }

  /// Notes that a set may settle that takes the first `first` payments of a participant and, where
  /// given, one of another.
  mutating func note(_ participant: Int, first: Int, other: Int? = nil) {
    guard participant < isWatched.count, !isAnything else { return }
    guard list.count < SettlementTriggers.most else { return expectAnything() }
    list.append(
      Prospect(participant: Int32(participant), first: Int32(first), other: Int32(other ?? -1)))
    watch(participant)
    if let other { watch(other) }
  }

  private mutating func watch(_ participant: Int) {
    guard !isWatched[participant] else { return }
    isWatched[participant] = true
    watched.append(Int32(participant))
  }

  /// Notes that anything may settle.
  mutating func expectAnything() {
    clear()
    isAnything = true
  }

  /// The first payment of a participant has settled.
  mutating func advance(_ participant: Int) {
    guard isWatched[participant] else { return }
    for place in list.indices
    where list[place].participant == participant && list[place].first > 1 {
      list[place].first -= 1
    }
  }

  /// Gives up a prospect.
  mutating func giveUp(_ place: Int) { list.remove(at: place) }

  /// Whether no prospect is left, now that only `left` payments of a participant may settle.
  @inline(__always)
  mutating func isLost(_ participant: Int, left: Int) -> Bool {
    guard isWatched[participant] else { return false }
    list.removeAll {
      $0.participant == participant && $0.first > left || $0.other == participant && left == 0
    }
    return isEmpty
  }

  /// Forgets all prospects.
  mutating func clear() {
    for participant in watched { isWatched[Int(participant)] = false }
    watched.removeAll(keepingCapacity: true)
    list.removeAll(keepingCapacity: true)
    isAnything = false
  }
}
