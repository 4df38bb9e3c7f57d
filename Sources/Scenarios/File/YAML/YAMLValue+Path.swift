import Yams

extension YAMLValue {
  /// Why a path leads to no single value.
  ///
  /// A path comes from a sweep, so that the sentence stands at the sweep's value and says what was
  /// looked for in which part of the file.
  struct Miss: Error {
    /// What was found and what was expected, without a full stop.
    let message: String
  }

  /// The places in maps and lists, each from 0, that lead to the single value of a path like
  /// `pools[0].opening-balance`.
  ///
  /// Where a key holds a point or a bracket itself, the longest key that fits is meant.
  ///
  ///     root.places(to: "branches.NYC.opens")  // [5, 0, 2]: 6th key, its 1st branch, its 3rd key
  ///     root.places(to: "branches.NYK.opens")  // throws: no 'NYK' in 'branches'; did you mean 'NYC'?
  ///     root.places(to: "pools[1].floor")      // throws: 'pools' is a list of 1, expected a place …
  ///     root.places(to: "branches.NYC")        // throws: found a map there, expected the path of a …
  ///
  /// - Throws: `Miss` where a step leads nowhere, and where the end is a list or a map.
  /// - Complexity: O(keys) for each step.
  func places(to path: String) throws(Miss) -> [Int] {
    var (here, rest, places) = (self, path[...], [Int]())
    while !rest.isEmpty {
      let place = try here.step(&rest)
      places.append(place.number)
      here = place.value
    }
    guard here.text != nil, !places.isEmpty else {
      throw Miss(message: "found \(here.found) there, expected the path of a single value")
    }
    return places
  }

  /// Takes one step of a path.
  ///
  /// - Parameter rest: What is left of the path; the step is taken off its start.
  /// - Throws: `Miss` for a key that is not there, with the nearest, and for parts of a single
  ///   value.
  private func step(_ rest: inout Substring) throws(Miss) -> (number: Int, value: YAMLValue) {
    if let items { return try step(into: items, &rest) }
    guard case .mapping(let mapping) = node else {
      throw Miss(message: "\(name) is a single value without parts")
    }
    if !path.isEmpty, rest.hasPrefix(".") { rest = rest.dropFirst() }
    var found: (place: Int, key: String)?
    for (place, pair) in mapping.enumerated() {
      guard let key = pair.key.scalar?.string, rest.hasPrefix(key), fits(key, rest) else {
        continue
      }
      if key.count > found?.key.count ?? -1 { found = (place, key) }
    }
    guard let found, let entry = entry(mapping[found.place]) else {
      let word = String(rest.prefix { !".[".contains($0) })
      let hint = Nearest.hint(word, among: mapping.compactMap { $0.key.scalar?.string })
      throw Miss(message: "no '\(YAMLValue.shown(word))' in \(name)" + hint)
    }
    rest = rest.dropFirst(found.key.count)
    return (found.place, entry.value)
  }

  /// Whether a path that begins with a key goes on behind it or ends.
  private func fits(_ key: String, _ rest: Substring) -> Bool {
    rest.dropFirst(key.count).first.map { ".[".contains($0) } ?? true
  }

  /// Takes one step into a list, like `[2]`: places count from 0.
  private func step(into items: [YAMLValue], _ rest: inout Substring) throws(Miss) -> (
    number: Int, value: YAMLValue
  ) {
    guard rest.hasPrefix("["), let end = rest.firstIndex(of: "]"),
      let place = Int(rest[rest.index(after: rest.startIndex)..<end]),
      items.indices.contains(place)
    else {
      throw Miss(
        message: "\(name) is a list of \(items.count), expected a place in brackets, the first [0]")
    }
    rest = rest[rest.index(after: end)...]
    return (place, items[place])
  }

  /// This value as messages name it.
  private var name: String { path.isEmpty ? "the file" : "'\(path)'" }

  /// The tree with the value at the end of a places exchanged; its place in the file stays.
  ///
  /// Only the nodes along the places are made anew. Where the places passes an alias, the value changes
  /// there and not at the anchor, since the tree holds a copy for each.
  ///
  /// - Precondition: The places leads through maps and lists, as `places(to:)` gives it.
  /// - Complexity: O(siblings) along the places.
  func replacing(_ places: [Int], with text: String) -> YAMLValue {
    YAMLValue(YAMLValue.replaced(node, places[...], text), path: path)
  }

  private static func replaced(_ node: Node, _ places: ArraySlice<Int>, _ text: String) -> Node {
    guard let place = places.first else {
      // Quoted, so that `null` is a text as any.
      return .scalar(Node.Scalar(text, .implicit, .doubleQuoted, node.mark))
    }
    switch node {
    case .mapping(var mapping):
      let (key, value) = mapping[place]
      mapping[place] = (key, replaced(value, places.dropFirst(), text))
      return .mapping(mapping)
    case .sequence(var sequence):
      sequence[place] = replaced(sequence[place], places.dropFirst(), text)
      return .sequence(sequence)
    case .scalar, .alias: preconditionFailure("a places leads through maps and lists")
    }
  }
}
