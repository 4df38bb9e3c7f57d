/// What a folder of results holds; its manifest tells.
public enum ResultKind: String, Sendable {
  /// The files of a run or of a sizing; their manifest has no `kind`.
  case run
  /// The table and the page of a sweep.
  case sweep
  /// A page alone, made of runs that lie elsewhere.
  case page

  /// What it is called in messages.
  public var phrase: String { "a \(rawValue)" }
}
