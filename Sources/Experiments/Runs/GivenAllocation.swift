import Foundation
package import Scenarios
import Vocabulary

/// The user's own allocation: a CSV file with the columns `branch,currency,amount`, or what a sizing
/// wrote (`sizing.csv`), each model with its own rows.
///
///     branch,currency,amount
///     NYC,USD,1.5M
///     LDN,USD,0
///
/// Every pool must have its row: one that was forgotten would be tried as empty. Amounts are written as in
/// a scenario, from 0 to 10¹⁵ minor units.
package enum GivenAllocation {
  /// The amount of each pool of a scenario, in minor units, for each of its models.
  ///
  /// - Parameter choice: Which rows are meant where the file is a sizing's.
  /// - Throws: `.noInput` where there is no file, `.badInput` with every row that cannot be meant, or where
  ///   all can be, with every pool without one; also where a sizing has several levels and none is chosen.
  package static func read(_ path: String, _ scenario: Scenario, _ choice: Choice = Choice())
    throws(Failure) -> [[Int64]]
  {
    let text = try InputFile(path: path).text(limit: CSVFile.byteLimit)
    let file: CSVFile
    do { file = try CSVFile(text) } catch { throw Failure.badInput("\(path): \(error)") }
    if file.columns.starts(with: sizingColumns) {
      return try amounts(ofSizing: file, path, scenario, choice)
    }
    guard file.columns == ["branch", "currency", "amount"] else {
      throw Failure.badInput(
        "\(path):1: found columns \(file.columns.joined(separator: ",")), "
          + "expected branch,currency,amount, or those of sizing.csv")
    }
    guard choice.arrangement == nil else {
      throw Failure.badInput(
        "\(path): an arrangement chooses rows of a sizing.csv; this file has amounts for all models"
      )
    }
    let amounts = try amounts(of: file, path, scenario)
    return scenario.models.map { _ in amounts }
  }

  /// The amounts of a file of branches, currencies and amounts.
  private static func amounts(of file: CSVFile, _ path: String, _ scenario: Scenario)
    throws(Failure) -> [Int64]
  {
    var amounts = [Int64](repeating: 0, count: scenario.pools.count)
    var lines: [Int: Int] = [:]
    var problems = BoundedList()
    let pools = Pools(scenario)
    for record in file.records {
      switch amount(of: record.fields, pools, isTold: !problems.isFull) {
      case .success(let (pool, minor)):
        if let earlier = lines[pool] {
          problems.add("\(path):\(record.line): a second row for the pool of line \(earlier)")
        }
        (lines[pool], amounts[pool]) = (record.line, minor)
      case .failure(let problem): problems.add("\(path):\(record.line): \(problem.message)")
      }
    }
    let isMeant = problems.isEmpty
    for (place, pool) in scenario.pools.enumerated() where isMeant && lines[place] == nil {
      let branch = scenario.branches[pool.branch.place].name
      problems.add(
        "\(path): no row for \(branch),\(pool.currency.code), expected one with its amount or 0")
    }
    guard problems.isEmpty else { throw Failure.badInput(problems.told(of: path)) }
    return amounts
  }

  /// The largest amount of a pool, in minor units, as in a scenario file.
  static let most: Int64 = 1_000_000_000_000_000

  private struct Problem: Error { let message: String }

  /// The pools of a scenario by their names.
  struct Pools {
    let scenario: Scenario
    let branches: Set<String>
    let places: [[String]: Int]

    init(_ scenario: Scenario) {
      self.scenario = scenario
      branches = Set(scenario.branches.map(\.name))
      let names = scenario.pools.map { pool in
        [scenario.branches[pool.branch.place].name, pool.currency.code]
      }
      places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The pool and the amount of a row, or what is wrong with it.
  ///
  /// - Parameter isTold: Whether the problem will be told: the nearest name is looked for only then.
  private static func amount(of fields: [String], _ pools: Pools, isTold: Bool)
    -> Result<(Int, Int64), Problem>
  {
    guard fields.count == 3 else {
      return .failure(
        Problem(
          message: "found \(fields.count.counted("field")), expected 3: branch,currency,amount"))
    }
    guard pools.branches.contains(fields[0]) else {
      let known = isTold ? pools.scenario.branches.map(\.name) : []
      let hint = NearestName.question(fields[0], among: known)
      return .failure(
        Problem(message: "found branch '\(fields[0])', expected one of the scenario\(hint)"))
    }
    guard let pool = pools.places[[fields[0], fields[1]]] else {
      return .failure(Problem(message: "\(fields[0]) has no pool in '\(fields[1])'"))
    }
    let currency = pools.scenario.pools[pool].currency
    guard let amount = Money(fields[2], currency), (0...most).contains(amount.minorUnits) else {
      let largest = Money(minorUnits: most, currency).decimal
      return .failure(
        Problem(
          message: "found amount '\(fields[2])', expected 0 to \(largest) with at most "
            + "\(currency.exponent.counted("decimal")), like 40k or 1.5M"))
    }
    return .success((pool, amount.minorUnits))
  }
}
