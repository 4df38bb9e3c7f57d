extension EventQueue {
  /// How many bits of a key make a digit: 64 values, one word of a mask per level.
  @inlinable static var digitBits: Int { 6 }
  /// How many digits a key has.
  @inlinable static var levelCount: Int { (64 + digitBits - 1) / digitBits }
  /// The place of the bucket whose events have the key that was popped last.
  @inlinable static var present: Int { levelCount << digitBits }
  /// How many buckets there are.
  @inlinable static var bucketCount: Int { present + 1 }

  /// Puts an event at the end of its bucket.
  @inlinable
  mutating func append(_ event: Event) {
    let difference = event.key ^ last
    guard difference != 0 else { return chunks.append(event, to: buckets + EventQueue.present) }
    let level = (63 &- difference.leadingZeroBitCount) / EventQueue.digitBits
    let shift = UInt64(truncatingIfNeeded: level &* EventQueue.digitBits)
    let digit = Int(truncatingIfNeeded: event.key &>> shift) & (1 << EventQueue.digitBits - 1)
    chunks.append(event, to: buckets + (level << EventQueue.digitBits | digit))
    digits[level] |= 1 &<< UInt64(truncatingIfNeeded: digit)
    levels |= 1 &<< UInt64(truncatingIfNeeded: level)
  }

  /// Takes the next event while none has the present key, unless its key lies at or past `limit`.
  @inlinable
  mutating func takeFromLowestBucket(below limit: UInt64) -> Event? {
    guard levels != 0 else { return nil }
    let level = levels.trailingZeroBitCount
    let bucket = buckets + (level << EventQueue.digitBits | digits[level].trailingZeroBitCount)
    guard bucket.pointee.count == 1 else { return dealOut(bucket, level, below: limit) }
    guard Chunks.first(of: bucket).key < limit else { return nil }
    let event = chunks.takeFirst(of: bucket)
    clearLowestBucket(of: level)
    last = event.key
    return event
  }

  /// Marks the lowest bucket of a level as empty.
  @inlinable
  mutating func clearLowestBucket(of level: Int) {
    digits[level] &= digits[level] &- 1
    if digits[level] == 0 { levels &= levels &- 1 }
  }

  /// Takes the first of the smallest keys of a bucket and deals the rest out over lower buckets.
  ///
  /// A bucket whose keys are all equal becomes the bucket of the present key as it stands: the
  /// storm of an opening is not copied once more.
  @usableFromInline
  mutating func dealOut(
    _ bucket: UnsafeMutablePointer<Bucket>, _ level: Int, below limit: UInt64
  ) -> Event? {
    let (least, place, greatest) = Chunks.extremes(of: bucket)
    guard least < limit else { return nil }
    clearLowestBucket(of: level)
    last = least
    if least == greatest {
      swap(&buckets[EventQueue.present], &bucket.pointee)
      return chunks.takeFirst(of: buckets + EventQueue.present)
    }
    return deal(bucket, passing: place)
  }

  /// Deals a bucket out from its front, but for the event at `place`, which is returned.
  @inline(__always)
  private mutating func deal(_ bucket: UnsafeMutablePointer<Bucket>, passing place: Int) -> Event {
    var slot = bucket.pointee.front.unsafelyUnwrapped
    var next = slot.load(as: Event.self)
    var index = 0
    while true {
      let chunk = Chunks.chunk(of: slot)
      let end = index &+ min(bucket.pointee.count &- index, Chunks.slots(from: slot))
      while index < end {
        let event = slot.load(as: Event.self)
        if index == place { next = event } else { append(event) }
        slot += 16
        index &+= 1
      }
      if index == bucket.pointee.count {
        bucket.pointee = Bucket(keeping: chunk)
        return next
      }
      slot = chunks.advance(past: chunk)
    }
  }
}
