public import Vocabulary

/// Something that will happen at an instant, in 16 bytes.
///
/// Shape: `key` is microseconds since 1970 UTC `<< 8 | phase`, so that one comparison of integers
/// orders instants and, within an instant, phases. `payload` is kind (8 bits), generation (24) and
/// entity (32), from the high bits to the low. What a kind means only the simulator knows.
public struct Event: Hashable, Sendable {
  /// When it happens: microseconds since 1970 UTC `<< 8 | phase`.
  public let key: UInt64
  /// What happens to whom: kind `<< 56 |` generation `<< 32 |` entity.
  public let payload: UInt64

  @inlinable
  init(key: UInt64, payload: UInt64) {
    (self.key, self.payload) = (key, payload)
  }

  /// An event at an instant of the years 1970 to 4253.
  ///
  /// Traps where the instant lies outside those years or the generation outside 24 bits.
  ///
  /// - Parameters:
  ///   - instant: When it happens.
  ///   - phase: Its place in the business of that instant.
  ///   - kind: What happens, in the simulator's own numbering.
  ///   - entity: To whom, in the simulator's own numbering.
  ///   - generation: The generation of the entity that the event is for, in 0 ..< 2²⁴.
  @inlinable
  public init(
    at instant: Instant, phase: Phase, kind: UInt8, entity: UInt32, generation: UInt32 = 0
  ) {
    precondition(generation <= Generations.highest, "a generation has 24 bits")
    self.init(
      key: Event.key(at: instant, phase),
      payload: UInt64(kind) << 56 | UInt64(generation) << 32 | UInt64(entity))
  }

  /// The key of an instant and a phase.
  @inlinable
  static func key(at instant: Instant, _ phase: Phase) -> UInt64 {
    precondition(
      instant.microseconds >= 0 && instant.microseconds >> 56 == 0,
      "an event lies between the years 1970 and 4253")
    return UInt64(instant.microseconds) << 8 | UInt64(phase.rawValue)
  }
}

extension Event {
  /// When the event happens.
  @inlinable public var instant: Instant { Instant(microseconds: Int64(key >> 8)) }

  /// The place of the event in the business of its instant.
  @inlinable public var phase: Phase {
    guard let phase = Phase(rawValue: UInt8(truncatingIfNeeded: key)) else {
      preconditionFailure("an event's key was made from a phase")
    }
    return phase
  }

  /// What happens, in the simulator's own numbering.
  @inlinable public var kind: UInt8 { UInt8(truncatingIfNeeded: payload >> 56) }

  /// The generation of the entity that the event is for, in 0 ..< 2²⁴.
  @inlinable public var generation: UInt32 {
    UInt32(truncatingIfNeeded: payload >> 32) & Generations.highest
  }

  /// To whom it happens, in the simulator's own numbering.
  @inlinable public var entity: UInt32 { UInt32(truncatingIfNeeded: payload) }
}
