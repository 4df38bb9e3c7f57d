public import Vocabulary

/// Hand-worked cases number their slots, branches and currencies by hand.
extension EntityID: ExpressibleByIntegerLiteral {
  /// The entity at a place, from 0.
  public init(integerLiteral value: Int) { self.init(value) }
}
