import Chance
import Vocabulary

extension ScenarioReader {
  /// How the volumes of flows move together: on each day the logarithms of the factors on their
  /// volumes have the correlation, within (−1, 1). A name none of whose flows has a `volume-sigma`
  /// cannot be correlated; instants and amounts of payments are not correlated.
  static let correlationShape = Shape(
    name: "correlation", description: "Flows whose daily volumes move together.",
    fields: [
      Field(
        "flows", .list(.name), .required,
        "Names of flows; every two of them are correlated, those of one name among themselves "
          + "too. Where a name stands in several entries, its own take the highest."),
      Field("correlation", .correlation, .required, "The correlation of the logarithms."),
    ])

  /// How many flows may be correlated, as their matrix is factored whole: O(n³).
  static let mostCorrelated = 500
  /// How many pairs the lists of correlations may name together: the matrix holds all of them.
  static let mostCorrelatedPairs = 250_000

  /// Whether the pairs that are correlated are few enough; reports where not.
  func fitsCorrelated(_ written: YAMLValue) -> Bool {
    if correlatedPairs <= ScenarioReader.mostCorrelatedPairs { return true }
    problems.add(
      written, "more than \(ScenarioReader.mostCorrelatedPairs) correlated pairs in all")
    return false
  }

  /// Reads how the volumes of flows move together.
  ///
  /// A pair of two names is given once; the members of one name, which every list with that name
  /// gives again, take the highest of what is given.
  ///
  /// - Complexity: O(pairs) for at most `mostCorrelatedPairs`, and O(n³) for the matrix.
  mutating func readCorrelations(_ root: Section) {
    var given: [PlacePair: (value: Double, line: Int)] = [:]
    correlatedPairs = 0
    let families = familiesOfFlows()
    for written in root.list("correlations") {
      guard let section = Section(written, as: ScenarioReader.correlationShape, problems) else {
        continue
      }
      let value = section.read("correlation") { text in
        DecimalNumeral(text).flatMap { abs($0.approximation) < 1 ? $0.approximation : nil }
      }
      guard let value, let pairs = correlatedPairs(section) else { continue }
      correlatedPairs += pairs.count
      guard fitsCorrelated(written) else { break }
      for pair in pairs {
        if let earlier = given[pair] {
          if families[pair.low] == families[pair.high] {
            given[pair] = (max(value, earlier.value), earlier.line)
            continue
          }
          problems.add(
            written,
            "a second correlation of '\(flows[pair.low].entity.name)' and "
              + "'\(flows[pair.high].entity.name)', the first in line \(earlier.line)")
          break
        }
        given[pair] = (value, written.place.line)
      }
    }
    joinVolumes(given.mapValues(\.value), at: root["correlations"] ?? root.value)
  }

  /// Two flows by their places.
  private struct PlacePair: Hashable {
    let low: Int
    let high: Int

    init(_ one: Int, _ other: Int) {
      (low, high) = (min(one, other), max(one, other))
    }
  }

  /// Every two of the flows that a section lists.
  ///
  /// - Returns: Each pair once, by the order of the flows; `nil` where a name is no flow's, a flow
  ///   cannot move, or there are fewer than two or more than `mostCorrelated`.
  private func correlatedPairs(_ section: Section) -> [PlacePair]? {
    let names = section.list("flows")
    var families: [[Int]] = []
    for name in names {
      guard let text = name.text, let family = flowFamilies[text] else {
        problems.add(
          name,
          "found \(name.found), expected the name of a flow"
            + Nearest.hint(name.text ?? "", among: flowFamilies.keys.sorted()))
        continue
      }
      if !family.isEmpty, family.allSatisfy({ sigmas[$0] == 0 }) {
        problems.add(name, "the flow has no volume-sigma, so nothing of it can move")
        continue
      }
      families.append(family)
    }
    guard families.count == names.count else { return nil }
    let all = Set(families.joined()).sorted()
    guard all.count <= ScenarioReader.mostCorrelated else {
      problems.add(
        section["flows"] ?? section.value,
        "found \(all.count) flows, expected at most \(ScenarioReader.mostCorrelated) that are "
          + "correlated")
      return nil
    }
    if all.count == 1, let name = names.first {
      problems.add(name, "one flow alone, expected two or more")
      return nil
    }
    return all.indices.flatMap { place in all[..<place].map { PlacePair($0, all[place]) } }
  }

  /// For each flow, the place of the first that is expanded from the same name.
  private func familiesOfFlows() -> [Int] {
    var families = Array(flows.indices)
    for members in flowFamilies.values {
      for flow in members { families[flow] = members[0] }
    }
    return families
  }

  /// Draws up the matrix of the flows that are correlated; none is needed where no volume moves.
  /// Every other pair has a correlation of 0.
  ///
  /// Three correlations that cannot be at once (a with b and b with c near 1, a with c near −1)
  /// leave the matrix without a Cholesky factor; that is reported, not mended.
  private mutating func joinVolumes(_ given: [PlacePair: Double], at written: YAMLValue) {
    guard sigmas.contains(where: { $0 > 0 }) else { return }
    let correlated = Set(given.keys.flatMap { [$0.low, $0.high] }).sorted()
    // The factor of the whole matrix differs from that of its part in the last bit: results stay
    // what they are where the whole is small enough.
    let isSmall = sigmas.count <= ScenarioReader.mostCorrelated && !given.isEmpty
    let flows = isSmall ? Array(sigmas.indices) : correlated
    guard flows.count <= ScenarioReader.mostCorrelated else {
      problems.add(
        written,
        "found \(flows.count) flows, expected at most \(ScenarioReader.mostCorrelated) that are "
          + "correlated")
      return
    }
    let rows = Dictionary(uniqueKeysWithValues: flows.enumerated().map { ($1, $0) })
    var matrix = flows.indices.map { row in flows.indices.map { $0 == row ? 1.0 : 0.0 } }
    for (pair, value) in given {
      guard let low = rows[pair.low], let high = rows[pair.high] else { continue }
      (matrix[low][high], matrix[high][low]) = (value, value)
    }
    let names = self.flows.map { StreamName("volume", $0.entity.names) }
    do {
      volumes = try CorrelatedVolumes(
        of: names, correlation: matrix, among: flows, sigmas: sigmas)
    } catch {
      problems.add(
        written,
        "the correlations contradict each other: no volumes can move so "
          + "(the matrix is not positive definite)")
    }
  }
}
