/// The name a writer probably meant: the nearest of the known ones, for error texts.
public enum NearestName {
  /// The known name that the fewest slips of the pen away lies from `name`.
  ///
  /// A slip is a letter left out, put in, exchanged or swapped with its neighbour (the restricted
  /// Damerau-Levenshtein distance); capitals count as their small letters. Where none is that
  /// near, a name that begins with what was written will do.
  ///
  ///     NearestName.of("TARGT", among: ["USFED", "TARGET"])  // "TARGET"
  ///     NearestName.of("Fedwire", among: ["Fedwire Funds"])  // "Fedwire Funds"
  ///     NearestName.of("Lynx", among: ["TARGET"])            // nil: nothing is near
  ///
  /// - Returns: The nearest name, the earlier among equals; `nil` where more than a third of the
  ///   letters differ (one always may). Names past 100 letters are not compared, nor more names than
  ///   the first 10,000: a hint is not worth more.
  /// - Complexity: O(k · m²) for k names of m letters, both bounded.
  public static func of(_ name: String, among known: some Sequence<String>) -> String? {
    guard name.utf8.count <= 100 else { return nil }
    let known = known.prefix(mostCompared)
    let written = Array(name.lowercased().unicodeScalars)
    let allowed = max(1, (written.count + 1) / 3)
    var best: (name: String, slips: Int)?
    for candidate in known where candidate.utf8.count <= 100 {
      // A slip changes the length by one letter, of at most four bytes.
      guard abs(candidate.utf8.count - name.utf8.count) <= 4 * (allowed + 1) else { continue }
      let letters = Array(candidate.lowercased().unicodeScalars)
      let slips = distance(written, letters)
      guard slips <= allowed, slips < max(letters.count, 1) else { continue }
      if best.map({ slips < $0.slips }) ?? true { best = (candidate, slips) }
    }
    return best?.name ?? known.first { isBeginning(name, of: $0) }
  }

  /// How many names are looked at.
  static let mostCompared = 10_000

  /// `; did you mean 'TARGET'?`, or nothing where no known name is near.
  public static func question(_ name: String, among known: some Sequence<String>) -> String {
    of(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Whether `name` is the first word or words of `candidate`, as `Fedwire` is of `Fedwire Funds`.
  private static func isBeginning(_ name: String, of candidate: String) -> Bool {
    name.count >= 3 && candidate.lowercased().hasPrefix(name.lowercased())
  }

  /// How many slips lead from one word to the other.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let exchanged = last[column] + (left[row] == right[column] ? 0 : 1)
        var slips = min(exchanged, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          slips = min(slips, beforeLast[column - 1] + 1)
        }
        current.append(slips)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
