import Chance
import Vocabulary

extension ScenarioReader {
  static let correlationShape = Shape(
    name: "correlation", description: "Flows whose daily volumes move together.",
    fields: [
      Field(
        "flows", .list(.name), .required,
        "Names of flows; every two of them are correlated, those of one name among themselves "
          + "too. Where a name stands in several entries, its own take the highest."),
      Field("correlation", .correlation, .required, "The correlation of the logarithms."),
    ])

  /// Reads how the volumes of flows hang together.
  mutating func readCorrelations(_ root: Section) {
    var given: [PlacePair: (value: Double, line: Int)] = [:]
    for written in root.list("correlations") {
      guard let section = Section(written, as: ScenarioReader.correlationShape, problems) else {
        continue
      }
      let value = section.read("correlation") { text in
        DecimalNumeral(text).flatMap { abs($0.approximation) < 1 ? $0.approximation : nil }
      }
      guard let value, let pairs = correlatedPairs(section) else { continue }
      for pair in pairs {
        if let earlier = given[pair] {
          if isOfOneName(pair) {
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
  private func correlatedPairs(_ section: Section) -> [PlacePair]? {
    let names = section.list("flows")
    let known = flowFamilies.keys.sorted()
    var families: [[Int]] = []
    for name in names {
      guard let text = name.text, let family = flowFamilies[text] else {
        problems.add(
          name,
          "found \(name.found), expected the name of a flow"
            + Nearest.hint(name.text ?? "", among: known))
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
    if all.count == 1, let name = names.first {
      problems.add(name, "one flow alone, expected two or more")
      return nil
    }
    return all.indices.flatMap { place in all[..<place].map { PlacePair($0, all[place]) } }
  }

  /// Whether both flows of a pair are expanded from one name.
  private func isOfOneName(_ pair: PlacePair) -> Bool {
    flowFamilies.values.contains { $0.contains(pair.low) && $0.contains(pair.high) }
  }

  /// Draws up the matrix of all flows; none is needed where no volume moves.
  private mutating func joinVolumes(_ given: [PlacePair: Double], at written: Written) {
    guard sigmas.contains(where: { $0 > 0 }) else { return }
    var matrix = sigmas.indices.map { row in
      sigmas.indices.map { $0 == row ? 1.0 : 0.0 }
    }
    for (pair, value) in given {
      matrix[pair.low][pair.high] = value
      matrix[pair.high][pair.low] = value
    }
    let names = flows.map { StreamName("volume", $0.entity.names) }
    do {
      volumes = try CorrelatedVolumes(of: names, correlation: matrix, sigmas: sigmas)
    } catch {
      problems.add(
        written,
        "the correlations contradict each other: no volumes can move so "
          + "(the matrix is not positive definite)")
    }
  }
}
