extension EventQueue {
  /// Events in the order in which they came: a chain of chunks, filled from the front.
  @usableFromInline
  struct Bucket {
    /// The oldest event; the same as `end` where there is none.
    @usableFromInline var front: UnsafeMutableRawPointer?
    /// The slot for the next event, at the end of its chunk where that is full.
    @usableFromInline var end: UnsafeMutableRawPointer?
    @usableFromInline var count = 0

    @inlinable
    init() {}

    /// An empty bucket that keeps one chunk for its next event.
    @inlinable
    init(keeping chunk: UnsafeMutableRawPointer) {
      front = chunk + 16
      end = front
    }
  }

  /// The memory of all buckets: chunks of equal size, each in one bucket or free.
  ///
  /// A chunk is `chunkBytes` long and lies at a multiple of that; its first 16 bytes hold the
  /// address of the next chunk, the rest events. A bucket that is dealt out frees its chunks as it
  /// goes, and the buckets below take them while they are still in the cache; so memory follows
  /// the number of events pending, whatever bucket they lie in; an empty bucket keeps one chunk
  /// (measured at 10³ pending: 22 ns per hold with it, 29 without). The queue is the owner and gives
  /// the memory back. (With a `deinit` of its own, as a `~Copyable` part of the queue, this type
  /// stops the optimiser of Swift 6.3.1 with a failed assertion.)
  @usableFromInline
  struct Chunks {
    @usableFromInline var free: UnsafeMutableRawPointer?
    /// The slab allocated last; each holds the address of the one before.
    var slabs: UnsafeMutableRawPointer?

    @inlinable static var chunkBytes: Int { 512 }
    private static var chunksPerSlab: Int { 64 }

    init() {}

    /// Gives all memory back.
    func deallocate() {
      var slab = slabs
      while let present = slab {
        slab = present.load(as: UnsafeMutableRawPointer?.self)
        present.deallocate()
      }
    }

    /// Whether a slot lies just past the end of its chunk, or there is no chunk.
    @inlinable
    static func isBoundary(_ slot: UnsafeMutableRawPointer?) -> Bool {
      UInt(bitPattern: slot) & UInt(chunkBytes - 1) == 0
    }

    @inlinable
    mutating func append(_ event: Event, to bucket: UnsafeMutablePointer<Bucket>) {
      if Chunks.isBoundary(bucket.pointee.end) { extend(bucket) }
      bucket.pointee.end.unsafelyUnwrapped.storeBytes(of: event, as: Event.self)
      bucket.pointee.end = bucket.pointee.end.unsafelyUnwrapped + 16
      bucket.pointee.count &+= 1
    }

    /// Takes the oldest event of a bucket that is not empty.
    @inlinable
    mutating func takeFirst(of bucket: UnsafeMutablePointer<Bucket>) -> Event {
      let slot = bucket.pointee.front.unsafelyUnwrapped
      let event = slot.load(as: Event.self)
      bucket.pointee.count &-= 1
      if bucket.pointee.count == 0 {
        bucket.pointee = Bucket(keeping: Chunks.chunk(of: slot))
      } else if Chunks.isBoundary(slot + 16) {
        bucket.pointee.front = advance(past: Chunks.chunk(of: slot))
      } else {
        bucket.pointee.front = slot + 16
      }
      return event
    }

    /// The oldest event of a bucket that is not empty.
    @inlinable
    static func first(of bucket: UnsafeMutablePointer<Bucket>) -> Event {
      bucket.pointee.front.unsafelyUnwrapped.load(as: Event.self)
    }

    /// The smallest key of a bucket that is not empty, the place of the oldest event that has it,
    /// and the largest key.
    static func extremes(of bucket: UnsafeMutablePointer<Bucket>)
      -> (least: UInt64, place: Int, greatest: UInt64)
    {
      var slot = bucket.pointee.front.unsafelyUnwrapped
      var (least, place, greatest) = (UInt64.max, 0, UInt64.min)
      var index = 0
      while true {
        let end = index &+ min(bucket.pointee.count &- index, slots(from: slot))
        while index < end {
          let key = slot.load(as: UInt64.self)
          if key < least { (least, place) = (key, index) }
          if key > greatest { greatest = key }
          slot += 16
          index &+= 1
        }
        if index == bucket.pointee.count { return (least, place, greatest) }
        slot = next(slot - chunkBytes).unsafelyUnwrapped + 16
      }
    }

    /// Frees a chunk that has been read to its end.
    ///
    /// - Returns: The first slot of the chunk after it.
    @inlinable
    mutating func advance(past chunk: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
      let slot = Chunks.next(chunk).unsafelyUnwrapped + 16
      release(chunk)
      return slot
    }

    /// How many slots lie from `slot` to the end of its chunk.
    @inlinable
    static func slots(from slot: UnsafeMutableRawPointer) -> Int {
      (chunkBytes &- Int(UInt(bitPattern: slot) & UInt(chunkBytes - 1))) >> 4
    }

    /// The chunk in which a slot lies.
    @inlinable
    static func chunk(of slot: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
      slot - Int(UInt(bitPattern: slot) & UInt(chunkBytes - 1))
    }

    @inlinable
    static func next(_ chunk: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
      chunk.load(as: UnsafeMutableRawPointer?.self)
    }

    @inlinable
    mutating func release(_ chunk: UnsafeMutableRawPointer) {
      chunk.storeBytes(of: free, as: UnsafeMutableRawPointer?.self)
      free = chunk
    }

    /// Adds a free chunk to the end of a bucket.
    @usableFromInline
    mutating func extend(_ bucket: UnsafeMutablePointer<Bucket>) {
      if free == nil { addSlab() }
      let chunk = free.unsafelyUnwrapped
      free = Chunks.next(chunk)
      if let end = bucket.pointee.end {
        (end - Chunks.chunkBytes).storeBytes(of: chunk, as: UnsafeMutableRawPointer.self)
      } else {
        bucket.pointee.front = chunk + 16
      }
      bucket.pointee.end = chunk + 16
    }

    /// Asks the system for more chunks; the first of a slab holds the address of the slab before.
    private mutating func addSlab() {
      let slab = UnsafeMutableRawPointer.allocate(
        byteCount: Chunks.chunksPerSlab * Chunks.chunkBytes, alignment: Chunks.chunkBytes)
      slab.storeBytes(of: slabs, as: UnsafeMutableRawPointer?.self)
      slabs = slab
      for index in (1..<Chunks.chunksPerSlab).reversed() {
        release(slab + index * Chunks.chunkBytes)
      }
    }
  }
}
