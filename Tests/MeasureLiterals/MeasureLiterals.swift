public import Measures

// Tests write metrics, scopes and units as files do: what they expect is independent of the table.

extension Metric: ExpressibleByUnicodeScalarLiteral {}
extension Metric: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Metric: ExpressibleByStringLiteral {
  /// What has the name.
  public init(stringLiteral name: String) {
    guard let metric = Metric(name: name) else { preconditionFailure("no metric '\(name)'") }
    self = metric
  }
}
extension Metric: ExpressibleByStringInterpolation {}

extension Scope: ExpressibleByUnicodeScalarLiteral {}
extension Scope: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Scope: ExpressibleByStringLiteral {
  /// What has the name.
  public init(stringLiteral name: String) {
    guard let scope = Scope(name: name) else { preconditionFailure("no scope '\(name)'") }
    self = scope
  }
}
extension Scope: ExpressibleByStringInterpolation {}

extension Unit: ExpressibleByUnicodeScalarLiteral {}
extension Unit: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Unit: ExpressibleByStringLiteral {
  /// What has the name.
  public init(stringLiteral name: String) {
    guard let unit = Unit(name: name) else { preconditionFailure("no unit '\(name)'") }
    self = unit
  }
}
