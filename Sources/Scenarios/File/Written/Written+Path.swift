import Yams

extension Written {
  /// Why a path leads to no single value.
  struct Miss: Error {
    let message: String
  }

  /// The places in maps and lists, each from 0, that lead to the single value of a path like
  /// `pools[0].opening-balance`.
  ///
  /// Where a key holds a point or a bracket itself, the longest key that fits is meant.
  func way(to path: String) throws(Miss) -> [Int] {
    var (here, rest, way) = (self, path[...], [Int]())
    while !rest.isEmpty {
      let place = try here.step(&rest)
      way.append(place.number)
      here = place.value
    }
    guard here.text != nil, !way.isEmpty else {
      throw Miss(message: "found \(here.found) there, expected the path of a single value")
    }
    return way
  }

  /// Takes one step of a path.
  private func step(_ rest: inout Substring) throws(Miss) -> (number: Int, value: Written) {
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
      throw Miss(message: "no '\(Written.shown(word))' in \(name)" + hint)
    }
    rest = rest.dropFirst(found.key.count)
    return (found.place, entry.value)
  }

  /// Whether a path that begins with a key goes on behind it or ends.
  private func fits(_ key: String, _ rest: Substring) -> Bool {
    rest.dropFirst(key.count).first.map { ".[".contains($0) } ?? true
  }

  private func step(into items: [Written], _ rest: inout Substring) throws(Miss) -> (
    number: Int, value: Written
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

  private var name: String { path.isEmpty ? "the file" : "'\(path)'" }

  /// The tree with the value at the end of a way exchanged; its place in the file stays.
  func replacing(_ way: [Int], with text: String) -> Written {
    Written(Written.replaced(node, way[...], text), path: path)
  }

  private static func replaced(_ node: Node, _ way: ArraySlice<Int>, _ text: String) -> Node {
    guard let place = way.first else {
      // Quoted, so that `null` is a text as any.
      return .scalar(Node.Scalar(text, .implicit, .doubleQuoted, node.mark))
    }
    switch node {
    case .mapping(var mapping):
      let (key, value) = mapping[place]
      mapping[place] = (key, replaced(value, way.dropFirst(), text))
      return .mapping(mapping)
    case .sequence(var sequence):
      sequence[place] = replaced(sequence[place], way.dropFirst(), text)
      return .sequence(sequence)
    case .scalar, .alias: preconditionFailure("a way leads through maps and lists")
    }
  }
}
