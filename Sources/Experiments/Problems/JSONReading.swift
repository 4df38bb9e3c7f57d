import Vocabulary

/// Reads a problem out of a JSON value and collects everything that is wrong with it, each fault
/// with its path: `$.queue[3].amount: expected an amount above zero, found -5`.
///
/// A value that is not there is `nil` and no fault: whether it had to be there is told once, where the
/// members of its object are read. What was read stands only once `throwIfAny` has passed.
struct JSONReading {
  private var problems = BoundedList()

  /// Whether nothing is wrong so far.
  var isSound: Bool { problems.isEmpty }

  /// Notes a fault; its sentence is not made where it will not be told.
  mutating func note(_ path: @autoclosure () -> String, _ sentence: @autoclosure () -> String) {
    problems.add("\(path()): \(sentence())")
  }

  /// Notes that something else stands at a path than was expected.
  mutating func expected(
    _ what: @autoclosure () -> String, _ path: @autoclosure () -> String,
    found: @autoclosure () -> String
  ) {
    note(path(), "expected \(what()), found \(found())")
  }

  /// The members of an object, in its order; unknown, double and missing keys are noted.
  ///
  /// - Parameters:
  ///   - path: The path of the object in the document, `$` for the whole.
  ///   - required: The keys that must be there; `optional` those that may.
  mutating func members(
    _ node: JSONNode?, _ path: String, required: [String], optional: [String] = []
  ) -> [String: JSONNode] {
    guard let pairs = entries(node, path) else { return [:] }
    let known = required + optional
    var result: [String: JSONNode] = [:]
    for (key, value) in pairs {
      if known.contains(key) {
        result[key] = value
      } else {
        note("\(path).\(key)", "unknown key" + NearestName.question(key, among: known))
      }
    }
    for key in required where result[key] == nil { note("\(path).\(key)", "is missing") }
    return result
  }

  /// The entries of an object whose keys are names; double ones are noted and left out.
  mutating func entries(_ node: JSONNode?, _ path: String) -> [(key: String, value: JSONNode)]? {
    guard let node else { return nil }
    guard case .object(let pairs) = node else {
      expected("an object", path, found: node.description)
      return nil
    }
    var firsts: [String: Int] = [:]
    return pairs.enumerated().filter { place, pair in
      guard let first = firsts[pair.key] else {
        firsts[pair.key] = place
        return true
      }
      note(
        "\(path).\(pair.key)",
        "stands twice, as members \(first + 1) and \(place + 1) of the object")
      return false
    }.map(\.element)
  }

  /// The items of an array; none where there is no value.
  mutating func items(_ node: JSONNode?, _ path: String) -> [JSONNode] {
    guard let node else { return [] }
    guard case .array(let items) = node else {
      expected("an array", path, found: node.description)
      return []
    }
    return items
  }

  /// A whole number of a range; `nil` where there is none, which is noted.
  ///
  /// - Parameter what: What is expected, for the sentence: `a whole amount from 0`.
  mutating func integer(
    _ node: JSONNode?, _ path: String, _ range: ClosedRange<Int64> = .min ... .max,
    _ what: String = "a whole number"
  ) -> Int64? {
    guard let node else { return nil }
    switch node {
    case .integer(let value) where range.contains(value): return value
    case .integer, .unknown, .null, .boolean, .string, .array, .object:
      expected(what, path, found: node.description)
    case .number(_, let written):
      let isWhole = !written.contains { ".eE".contains($0) }
      expected(isWhole ? "\(what) within 64 bits" : what, path, found: node.description)
    }
    return nil
  }

  /// An amount from zero.
  mutating func amount(_ node: JSONNode?, _ path: String) -> Int64? {
    integer(node, path, 0 ... .max, "a whole amount from 0")
  }

  /// A text that is not empty.
  mutating func name(_ node: JSONNode?, _ path: String) -> String? {
    guard let node else { return nil }
    guard case .string(let text) = node, !text.isEmpty else {
      expected("a name", path, found: node.description)
      return nil
    }
    return text
  }

  /// The place of a known name.
  ///
  /// A name that is not known is noted with the nearest one that is.
  mutating func reference(_ node: JSONNode?, _ path: String, _ names: Names) -> Int? {
    guard let name = name(node, path) else { return nil }
    if let place = names.places[name] { return place }
    note(path, "'\(name)' is not known" + NearestName.question(name, among: names.list))
    return nil
  }

  /// Ends with everything that was noted.
  func throwIfAny(_ file: String) throws(Failure) {
    guard problems.isEmpty else {
      throw Failure.badInput(problems.told(of: file, start: "\(file): "))
    }
  }
}
