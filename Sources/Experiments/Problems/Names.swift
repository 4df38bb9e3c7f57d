/// Names in the order in which they are written, with their places.
struct Names {
  private(set) var list: [String] = []
  private(set) var places: [String: Int] = [:]
  /// For each name, what number the entry that gave it has in the file, from 0.
  private var entries: [Int] = []

  /// Adds the name of an entry.
  ///
  /// - Returns: The number of the entry that gave the name before.
  mutating func add(_ name: String, entry: Int) -> Int? {
    if let place = places[name] { return entries[place] }
    places[name] = list.count
    list.append(name)
    entries.append(entry)
    return nil
  }
}
