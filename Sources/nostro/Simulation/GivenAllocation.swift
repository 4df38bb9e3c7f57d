import Foundation
import Scenarios
import Vocabulary

/// The user's own allocation: a CSV file with the columns `branch,currency,amount`.
enum GivenAllocation {
  /// The amount of each pool of a scenario, in minor units; pools without a row hold nothing.
  ///
  /// - Throws: `Failure` 66 where there is no file, 65 with every row that cannot be meant.
  static func read(_ path: String, _ scenario: Scenario) throws -> [Int64] {
    let text = try InputFile(path: path).text(limit: CSVFile.byteLimit)
    let file: CSVFile
    do { file = try CSVFile(text) } catch { throw Failure.badInput("\(path): \(error)") }
    guard file.columns == ["branch", "currency", "amount"] else {
      throw Failure.badInput(
        "\(path):1: found columns \(file.columns.joined(separator: ",")), "
          + "expected branch,currency,amount")
    }
    var amounts = [Int64](repeating: 0, count: scenario.pools.count)
    var lines: [Int: Int] = [:]
    var problems: [String] = []
    for record in file.records {
      switch amount(of: record.fields, scenario) {
      case .success(let (pool, minor)):
        if let earlier = lines[pool] {
          problems.append("\(path):\(record.line): a second row for the pool of line \(earlier)")
        }
        (lines[pool], amounts[pool]) = (record.line, minor)
      case .failure(let problem): problems.append("\(path):\(record.line): \(problem.message)")
      }
    }
    guard problems.isEmpty else { throw Failure.badInput(problems) }
    return amounts
  }

  private struct Problem: Error { let message: String }

  private static func amount(of fields: [String], _ scenario: Scenario)
    -> Result<(Int, Int64), Problem>
  {
    guard fields.count == 3 else {
      return .failure(
        Problem(message: "found \(fields.count) fields, expected 3: branch,currency,amount"))
    }
    let known = scenario.branches.map(\.name)
    guard let branch = known.firstIndex(of: fields[0]) else {
      let hint = NearestName.question(fields[0], among: known)
      return .failure(
        Problem(message: "found branch '\(fields[0])', expected one of the scenario\(hint)"))
    }
    let pool = scenario.pools.firstIndex {
      $0.branch.place == branch && $0.currency.code == fields[1]
    }
    guard let pool else {
      return .failure(Problem(message: "\(fields[0]) has no pool in '\(fields[1])'"))
    }
    guard let amount = Money(fields[2], scenario.pools[pool].currency), amount.minorUnits >= 0,
      amount.minorUnits <= 1_000_000_000_000_000
    else {
      return .failure(
        Problem(message: "found amount '\(fields[2])', expected one of 0 or more like 40k or 1.5M"))
    }
    return .success((pool, amount.minorUnits))
  }
}
