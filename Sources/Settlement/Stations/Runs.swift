import Vocabulary

/// The instants at which something is done again and again, and which of them come still.
struct Runs {
  private let instants: ContiguousArray<Instant>
  /// How many of them have been taken: the number of the next, from 0.
  private(set) var taken = 0

  /// Runs at instants in ascending order.
  init(_ instants: ContiguousArray<Instant>) { self.instants = instants }

  /// The next instant, once; `nil` where none is left.
  mutating func next() -> Instant? {
    guard taken < instants.count else { return nil }
    defer { taken += 1 }
    return instants[taken]
  }
}
