/// What cannot be meant in a profile, a list of factors or a correlation matrix.
public struct InvalidProfile: Error, Hashable, CustomStringConvertible {
  /// Where: `shares[3]`, `correlation[0][2]`.
  public let place: String
  /// What stands there.
  public let found: String
  /// What could stand there.
  public let expected: String

  init(place: String, found: String, expected: String) {
    (self.place, self.found, self.expected) = (place, found, expected)
  }

  /// The problem on one line.
  public var description: String { "\(place): found \(found), expected \(expected)" }
}
