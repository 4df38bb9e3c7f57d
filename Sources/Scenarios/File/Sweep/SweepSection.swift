import Chance
import Vocabulary

extension ScenarioReader {
  /// How many values the list of an axis may have: more than there can be cells would be of no use.
  static let mostAxisValues = 10_000
  /// How many places of the file an axis may set at once.
  static let mostAxisPaths = 100
  /// How many bounds a sweep may have: each is looked at for every cell.
  static let mostBounds = 100
  /// Names that sweep.csv gives to other columns; a test holds them against `SweepCSV`.
  static let sweepColumns = [
    "cell", "model", "metric", "scope", "unit", "mean", "low95", "high95", "replications",
    "censored", "at_least",
  ]

  /// Reads which variants of the scenario a sweep runs.
  ///
  /// Its cells are drawn up once to see whether there are any. Only where everything else is sound
  /// can that be said, so that a sweep's own cells are judged last. Whether each cell is a scenario
  /// is seen when it is run.
  ///
  /// - Complexity: O(points looked at × (axes + bounds)); of Sobol points ten times as many as
  ///   cells, and 1,000 more.
  mutating func readSweep(_ root: Section) {
    guard let section = root.section("sweep") else { return }
    let entries = section.map("axes")
    if let excess = entries.dropFirst(Sobol.mostDimensions).first {
      problems.add(excess.keyValue, "more than \(Sobol.mostDimensions) axes")
      return
    }
    var ways: [[Int]: Place] = [:]
    let axes = entries.compactMap { axis($0, of: root.value, &ways) }
    let bounds = bounds(section, BoundParser(axes: axes, names: entries.map(\.key)))
    let points = points(section)
    let scopes = scopes(section)
    let metrics = metrics(section, scopes)
    guard problems.isEmpty, axes.count == entries.count, !axes.isEmpty, let points else { return }
    let sweep = Sweep(axes: axes, bounds: bounds, points: points, metrics: metrics, scopes: scopes)
    do {
      _ = try sweep.cells()
      self.sweep = sweep
    } catch { problems.add(section["points"] ?? section.value, error.message) }
  }

  /// An axis: a name that can be a column of `sweep.csv`, the places that it sets, and the values
  /// that it gives them.
  ///
  /// - Parameter ways: The places that earlier axes set, by their way through the document; none
  ///   may be set twice.
  /// - Returns: `nil` where a path or a value is refused; the name is reported and kept.
  private func axis(_ entry: YAMLValue.Entry, of root: YAMLValue, _ ways: inout [[Int]: Place])
    -> Sweep.Axis?
  {
    if !ScenarioReader.isAxisName(entry.key) {
      problems.add(
        entry.keyValue,
        "found the name \(entry.keyValue.found), expected \(Form.axisNames.expected)")
    } else if ScenarioReader.sweepColumns.contains(entry.key) {
      problems.add(entry.keyValue, "found the name of another column of sweep.csv")
    }
    guard let section = Section(entry.value, as: ScenarioReader.axisShape, problems) else {
      return nil
    }
    let paths = paths(section, of: root, &ways)
    let values = section["values"].flatMap(values)
    guard let paths, let values else { return nil }
    return Sweep.Axis(name: entry.key, paths: paths, values: values)
  }

  /// Letters, digits, `-` and `_` after a letter, 64 at most.
  private static func isAxisName(_ name: String) -> Bool {
    let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    return isWord && name.count <= 64 && name.first?.isLetter == true
  }

  /// The places that an axis sets, each of which exists in the file.
  private func paths(_ section: Section, of root: YAMLValue, _ ways: inout [[Int]: Place])
    -> [String]?
  {
    guard let written = section["path"] else { return nil }
    let items = written.items == nil ? [written] : written.list(.path, problems)
    if let excess = items.dropFirst(ScenarioReader.mostAxisPaths).first {
      problems.add(excess, "more than \(ScenarioReader.mostAxisPaths) paths")
      return nil
    }
    let paths = items.compactMap { path($0, of: root, &ways) }
    return paths.count == items.count && !paths.isEmpty ? paths : nil
  }

  /// A path to a value outside of `sweep:`; reports one that leads nowhere, or that another axis
  /// sets.
  ///
  /// Two paths are the same if they lead to the same place, however they are written.
  private func path(_ item: YAMLValue, of root: YAMLValue, _ ways: inout [[Int]: Place]) -> String?
  {
    guard let path = item.read(.path, problems, { YAMLValue.isPath($0) ? $0 : nil }) else {
      return nil
    }
    do {
      let way = try root.places(to: path)
      guard let first = root.entries?[way[0]].key, first != "sweep" else {
        problems.add(item, "found a value of the sweep itself, expected one of another section")
        return nil
      }
      if let first = ways[way] {
        problems.add(
          item, "a second time in the sweep, the first in \(first), expected each path once")
        return nil
      }
      ways[way] = item.place
      return path
    } catch {
      problems.add(item, error.message)
      return nil
    }
  }

  /// A list of values, or an exact range with or without a step.
  ///
  ///     sweep.axes.a.values: found '08:00..09:00 step 25min': its steps do not end at 09:00
  private func values(_ written: YAMLValue) -> Sweep.Values? {
    if written.items != nil {
      return list(written).map { .list($0) }
    }
    guard let text = written.read(.axisRange, problems, { $0.contains("..") ? $0 : nil }) else {
      return nil
    }
    do { return .range(try AxisRange.read(text)) } catch {
      problems.add(written, "found \(written.found): \(error.message)")
      return nil
    }
  }

  /// Values as texts, in the order of the file; reports one that stands twice.
  ///
  /// Values may be of any kind, as long as the key takes them; that is seen in the cell.
  private func list(_ written: YAMLValue) -> [String]? {
    let items = written.list(.axisRange, problems)
    if let excess = items.dropFirst(ScenarioReader.mostAxisValues).first {
      problems.add(excess, "more than \(ScenarioReader.mostAxisValues) values")
      return nil
    }
    var firsts: [String: Place] = [:]
    let texts = items.compactMap { item -> String? in
      let text = item.read(.axisValue, problems) { text in
        YAMLValue.isPath(text) && text.unicodeScalars.count <= 1_000 ? text : nil
      }
      guard let text else { return nil }
      if let first = firsts[text] {
        problems.add(item, "found \(item.found) a second time, the first in \(first)")
      }
      firsts[text] = firsts[text] ?? item.place
      return text
    }
    return texts.count == items.count && !texts.isEmpty ? texts : nil
  }

  /// The bounds between axes, 100 at most: each is looked at for every cell.
  private func bounds(_ section: Section, _ parser: BoundParser) -> [Sweep.Bound] {
    let items = section.list("where")
    if let excess = items.dropFirst(ScenarioReader.mostBounds).first {
      problems.add(excess, "more than \(ScenarioReader.mostBounds) bounds")
      return []
    }
    return items.compactMap { bound($0, parser) }
  }

  /// A bound like `low <= high`; what it cannot say is reported in the parser's words.
  private func bound(_ item: YAMLValue, _ parser: BoundParser) -> Sweep.Bound? {
    let text = item.read(.bound, problems) { YAMLValue.isPath($0) && $0.count <= 200 ? $0 : nil }
    guard let text else { return nil }
    do { return try parser.parse(text) } catch {
      problems.add(item, error.message)
      return nil
    }
  }
}
