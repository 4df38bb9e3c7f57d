/// How two numbers are held against each other.
public enum Comparator: String, CaseIterable, Hashable, Sendable {
  case atMost = "<="
  case atLeast = ">="
  case equal = "=="
  case below = "<"
  case above = ">"

  /// Whether it holds between two numbers; between a number and NaN nothing does.
  public func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .atMost: left <= right
    case .atLeast: left >= right
    case .equal: left == right
    case .below: left < right
    case .above: left > right
    }
  }
}
