/// The payments of standing queues: a row for each sender in arrays shared by all, with room to
/// grow at its end.
///
/// What has settled leaves at the front. A full row that is at least half empty at its front moves
/// down, otherwise it moves to the end of the arrays with twice its room; when more than half of
/// the arrays is left behind, they are packed.
struct QueueRows: Sendable {
  private(set) var amounts: [Int64] = []
  private(set) var receivers: [UInt16] = []
  private(set) var references: [UInt32] = []
  private(set) var slots: [Int32] = []
  private var priorities: [UInt8] = []
  /// The row of each sender: what stands in it, and its room.
  private(set) var starts: [Int32]
  private(set) var ends: [Int32]
  private var rooms: [Range<Int32>]

  /// So many empty rows.
  init(count: Int) {
    starts = [Int32](repeating: 0, count: count)
    ends = starts
    rooms = [Range<Int32>](repeating: 0..<0, count: count)
  }

  /// Puts a payment behind those of its priority and of more urgent ones (0 first).
  ///
  /// - Returns: How many stand before it.
  /// - Complexity: O(1) amortised, plus what stands behind it.
  @discardableResult
  mutating func insert(
    _ amount: Int64, to receiver: UInt16, slot: Int32, priority: UInt8, reference: UInt32,
    of sender: Int
  ) -> Int {
    if ends[sender] == rooms[sender].upperBound { makeRoom(for: sender) }
    var place = Int(ends[sender])
    ends[sender] += 1
    while place > starts[sender], priorities[place - 1] > priority {
      copy(from: place - 1, to: place)
      place -= 1
    }
    (amounts[place], receivers[place], references[place]) = (amount, receiver, reference)
    (slots[place], priorities[place]) = (slot, priority)
    return place - Int(starts[sender])
  }

  /// The priority of the first payment of a row that is not empty.
  func firstPriority(of sender: Int) -> UInt8 { priorities[Int(starts[sender])] }

  /// Takes out what stands before `end`.
  mutating func removeFirst(until end: Int32, of sender: Int) { starts[sender] = end }

  private mutating func makeRoom(for sender: Int) {
    let (start, count) = (starts[sender], ends[sender] - starts[sender])
    let room = rooms[sender]
    if Int(start - room.lowerBound) * 2 >= max(1, room.count) {
      move(sender, to: room.lowerBound)
      return
    }
    let live = rooms.reduce(0) { $0 + $1.count }
    if amounts.count > 1_024, amounts.count > 2 * live { pack() }
    let place = Int32(amounts.count)
    rooms[sender] = place..<place + max(8, 2 * count)
    extend(by: rooms[sender].count)
    move(sender, to: place)
  }

  /// Moves what stands in a row, to a lower place or to where nothing lies.
  private mutating func move(_ sender: Int, to place: Int32) {
    let count = ends[sender] - starts[sender]
    for offset in 0..<count { copy(from: Int(starts[sender] + offset), to: Int(place + offset)) }
    starts[sender] = place
    ends[sender] = place + count
  }

  private mutating func copy(from: Int, to: Int) {
    (amounts[to], receivers[to], references[to]) = (
      amounts[from], receivers[from], references[from]
    )
    (slots[to], priorities[to]) = (slots[from], priorities[from])
  }

  private mutating func extend(by count: Int) {
    precondition(amounts.count + count < Int(Int32.max), "standing queues hold below 2³¹ payments")
    amounts += repeatElement(0, count: count)
    receivers += repeatElement(0, count: count)
    references += repeatElement(0, count: count)
    slots += repeatElement(-1, count: count)
    priorities += repeatElement(0, count: count)
  }

  /// Puts the rooms one behind the other, in the order in which they lie.
  private mutating func pack() {
    var next: Int32 = 0
    for sender in rooms.indices.sorted(by: { rooms[$0].lowerBound < rooms[$1].lowerBound }) {
      let size = Int32(rooms[sender].count)
      move(sender, to: next)
      rooms[sender] = next..<next + size
      next += size
    }
    let rest = amounts.count - Int(next)
    amounts.removeLast(rest)
    receivers.removeLast(rest)
    references.removeLast(rest)
    slots.removeLast(rest)
    priorities.removeLast(rest)
  }
}
