package import Outcomes
import Scenarios
import Vocabulary

extension GivenAllocation {
  /// Which rows of a sizing are meant.
  package struct Choice: Sendable {
    /// For the models that can follow it; `nil` for what each model follows itself.
    var arrangement: SizingArrangement?
    /// The service level, 0 to 1; `nil` where the file has one alone.
    var level: Double?

    /// A choice.
    package init(arrangement: SizingArrangement? = nil, level: Double? = nil) {
      (self.arrangement, self.level) = (arrangement, level)
    }
  }

  /// The first columns of `sizing.csv`, by which it is known.
  static let sizingColumns = ["model", "currency", "pool", "arrangement", "service_level"]

  /// The amounts that a sizing laid out, for each model by its own rows.
  ///
  /// - Complexity: O(rows + models × pools).
  static func amounts(
    ofSizing file: CSVFile, _ path: String, _ scenario: Scenario, _ choice: Choice
  ) throws(Failure) -> [[Int64]] {
    guard let place = file.columns.firstIndex(of: "allocated") else {
      throw Failure.badInput("\(path):1: found no column 'allocated', expected that of sizing.csv")
    }
    let level = try level(of: file, path, choice)
    var problems = BoundedList()
    let rows = rows(of: file, at: level, amountAt: place, path, &problems)
    let amounts = scenario.models.map { model in
      let own = model.sizingArrangements
      let chosen = choice.arrangement.flatMap { own.contains($0) ? $0 : nil }
      let arrangement = chosen ?? own.last ?? SizingArrangement.none
      return scenario.pools.map { pool in
        let branch = scenario.branches[pool.branch.place].name
        let key = [model.name, pool.currency.code, branch, arrangement.rawValue]
        guard let row = rows[key] else {
          problems.add("\(path): no row of \(key.joined(separator: ",")) at level \(level)")
          return Int64(0)
        }
        guard let money = Money(row.amount, pool.currency), (0...most).contains(money.minorUnits)
        else {
          problems.add(
            "\(path):\(row.line): found allocated '\(row.amount)', expected an amount from 0")
          return 0
        }
        return money.minorUnits
      }
    }
    guard problems.isEmpty else { throw Failure.badInput(problems.told(of: path)) }
    return amounts
  }

  /// The amounts of a level with their lines, by model, currency, branch and arrangement.
  private static func rows(
    of file: CSVFile, at level: Double, amountAt place: Int, _ path: String,
    _ problems: inout BoundedList
  ) -> [[String]: (line: Int, amount: String)] {
    var rows: [[String]: (line: Int, amount: String)] = [:]
    for record in file.records {
      guard record.fields.count == file.columns.count else {
        problems.add(
          "\(path):\(record.line): found \(record.fields.count.counted("field")), expected "
            + "\(file.columns.count)")
        continue
      }
      guard Double(record.fields[4]) == level else { continue }
      let key = Array(record.fields[0..<4])
      if let first = rows[key] {
        problems.add("\(path):\(record.line): a second row for the pool of line \(first.line)")
      }
      rows[key] = (record.line, record.fields[place])
    }
    return rows
  }

  /// The one level that is meant.
  private static func level(of file: CSVFile, _ path: String, _ choice: Choice) throws(Failure)
    -> Double
  {
    let levels = Set(file.records.compactMap { $0.fields.count > 4 ? Double($0.fields[4]) : nil })
    let listed = levels.sorted().map { "\($0)" }.joined(separator: ", ")
    if let level = choice.level {
      if levels.contains(level) { return level }
      throw Failure.badInput("\(path): no row of service level \(level), expected one of \(listed)")
    }
    guard levels.count == 1, let only = levels.first else {
      throw Failure.badInput(
        "\(path): holds the service levels \(listed), expected one: choose it by --service-level")
    }
    return only
  }
}
