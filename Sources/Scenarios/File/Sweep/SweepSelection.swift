import Measures
import Vocabulary

extension ScenarioReader {
  /// Which combinations a sweep runs.
  ///
  /// `grid`, or `{sobol: 64}`; 1 to `Sweep.mostCells` points.
  ///
  /// - Returns: The grid where the key is not given; `nil` where it is refused.
  func points(_ section: Section) -> Sweep.Points? {
    guard let written = section["points"], written.entries != nil else {
      return section.read("points") { $0 == "grid" ? .grid : nil }
    }
    let points = Section(written, as: ScenarioReader.sobolShape, problems)
    return points?.read("sobol") { ScenarioReader.whole($0, in: 1...Sweep.mostCells) }
      .map { .sobol($0) }
  }

  /// Of what a sweep gives its metrics.
  ///
  /// Corridors and days, of which there may be many, are left out where nothing is said (assumed).
  func scopes(_ section: Section) -> [Scope.Kind] {
    guard section.has("scopes") else { return [.all, .currency, .pool] }
    let words = Scope.Kind.allCases.map(\.rawValue)
    return section.list("scopes").compactMap { item in
      item.read(.choice(words), problems) { Scope.Kind(rawValue: $0) }
    }
  }

  /// The metrics of a sweep, each given of one of its scopes at least.
  ///
  ///     sweep.metrics[1]: hours.night is given of all, corridor only, expected one in 'scopes'
  ///
  /// - Returns: None where the key is not given, which stands for every metric.
  func metrics(_ section: Section, _ scopes: [Scope.Kind]) -> [Metric] {
    let known = Metric.allCases.map(\.name)
    return section.list("metrics").compactMap { item in
      let metric = item.read(
        .metricName, problems, hint: { NearestName.question($0, among: known) },
        { Metric(name: $0) })
      guard let metric else { return nil }
      guard metric.kinds.contains(where: scopes.contains) else {
        let kinds = metric.kinds.map(\.rawValue).joined(separator: ", ")
        problems.add(item, "\(metric.name) is given of \(kinds) only, expected one in 'scopes'")
        return nil
      }
      return metric
    }
  }
}
