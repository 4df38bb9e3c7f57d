/// Whom long work tells how far it has come, and what should be known though it goes on.
///
/// Nothing of the result depends on it, and nothing is told to anybody else: no layer below a program
/// prints. The one that is `silent` serves where nobody asks.
public struct Listener: Sendable {
  /// So many more replications are done; called from any thread, by several at once.
  public let advanced: @Sendable (_ more: Int) -> Void
  /// Takes a sentence without a full stop; called from any thread.
  public let note: @Sendable (_ sentence: String) -> Void

  /// A listener.
  ///
  /// - Parameters:
  ///   - note: Takes a sentence without a full stop, from any thread.
  ///   - advanced: Told of so many more replications, from any thread.
  public init(
    note: @escaping @Sendable (_ sentence: String) -> Void = { _ in },
    advanced: @escaping @Sendable (_ more: Int) -> Void = { _ in }
  ) {
    (self.note, self.advanced) = (note, advanced)
  }

  /// Hears nothing.
  public static let silent = Listener()
}
