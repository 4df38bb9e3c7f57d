/// The place of an entity in its scenario's list, typed by the kind of entity.
///
/// A dense number rather than a name, so that state lies in arrays and hot records stay small.
/// The name stands in the scenario at that place.
public struct EntityID<Entity>: Hashable, Sendable {
  /// The place in the list, from 0.
  public let index: Int32

  /// The entity at `index`.
  @inlinable
  public init(_ index: Int) {
    self.index = Int32(index)
  }

  /// The place in the list, as arrays want it.
  @inlinable public var place: Int { Int(index) }
}

extension EntityID: Comparable {
  /// Whether the left comes before the right.
  @inlinable
  public static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }
}
