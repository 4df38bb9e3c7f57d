/// A time of day on a local clock, in seconds after midnight; past 24:00 it lies on the next day.
///
/// `29:00` is five in the morning of the next calendar day, as RMB CHATS closes.
public struct WallTime: Hashable, Sendable {
  /// Seconds after the midnight that starts the day, in 0...172,800.
  public let seconds: Int32

  /// The time `seconds` after midnight.
  ///
  /// - Precondition: `seconds` lies in 0...172,800 (two days).
  public init(seconds: Int32) {
    precondition((0...172_800).contains(seconds), "a wall time lies within two days")
    self.seconds = seconds
  }

  /// The time `hour:minute`.
  public init(hour: Int32, minute: Int32 = 0) {
    self.init(seconds: hour * 3_600 + minute * 60)
  }

  /// Reads `9:30`, `09:30`, `18:44:59` or, past midnight, `29:00`.
  ///
  ///     WallTime("49:00")  // nil: past the end of the next day
  ///     WallTime("17:60")  // nil: an hour has 60 minutes
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].utf8.count),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int32($0) }
    guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    let seconds = numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    guard seconds <= 172_800 else { return nil }
    self.init(seconds: seconds)
  }
}

extension WallTime: Comparable, CustomStringConvertible {
  /// Whether the left comes before the right.
  public static func < (left: WallTime, right: WallTime) -> Bool { left.seconds < right.seconds }

  /// The time as `09:30`, with seconds only if there are any.
  public var description: String {
    seconds % 60 == 0 ? String(withSeconds.dropLast(3)) : withSeconds
  }

  /// The time as `09:30:00`.
  public var withSeconds: String {
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
