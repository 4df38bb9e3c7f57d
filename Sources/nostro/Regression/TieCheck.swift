import ArgumentParser
import Experiments
import Foundation
import Outcomes
import Reporting
import Scenarios
import Settlement
import Vocabulary

/// `nostro check --shuffle-ties`: whether results depend on the order of simultaneous events.
extension CheckCommand {
  /// Runs each scenario first in, first out and with shuffled ties, and holds what moves against the
  /// table beside the scenario.
  ///
  /// Conservation, gapless lives, the count of payments and all else that a replication asserts are
  /// asserted of the shuffled runs too. Ends with 1 where figures move of a model that the table does
  /// not explain; with `--strict` also where the table explains a model that there is not.
  func checkTies(_ seed: UInt64) async throws {
    var (unexplained, stray) = (0, 0)
    for (file, plain) in try worlds() {
      var terms = plain.terms
      terms.shuffledTies = seed
      let shuffled = try await comparison(of: World.compiled(plain.scenario, terms))
      let moves = TieMoves.between(try await comparison(of: plain), shuffled)
      let reasons = try TieTable.reasons(beside: file, plain.scenario.name)
      var lines: [String] = []
      for model in plain.scenario.models {
        if let move = moves[model.name] {
          let reason = reasons[model.name]
          if reason == nil { unexplained += 1 }
          lines.append("  \(model.name): \(move): \(reason ?? "NOT EXPLAINED")")
        } else if reasons[model.name] != nil {
          lines.append("  \(model.name): nothing moves in these replications, though it may")
        }
      }
      let models = Set(plain.scenario.models.map(\.name))
      for name in reasons.keys.sorted() where !models.contains(name) {
        stray += 1
        lines.append("  \(name.printable): explained, but the scenario has no such model")
      }
      let count = plain.scenario.experiment.replications
      try Output.write(
        "\(file): \(count) replication\(count == 1 ? "" : "s"), ties shuffled by seed \(seed)\n")
      try Output.write(lines.map { $0 + "\n" }.joined())
    }
    if unexplained > 0 {
      try Output.write("\(unexplained) not explained in \(TieTable.name) beside the scenario\n")
    }
    if unexplained > 0 || strict && stray > 0 { throw ExitCode(1) }
  }
}

/// What two runs of a scenario differ by.
enum TieMoves {
  /// For each model with a figure that differs, how many do and which metrics move by the largest
  /// shares of their sizes.
  static func between(_ plain: Comparison, _ shuffled: Comparison) -> [String: String] {
    var moves: [String: String] = [:]
    for model in plain.models {
      let before = figures(of: model.name, plain)
      let after = figures(of: model.name, shuffled)
      let names = Set(before.keys).union(after.keys).sorted()
      let moved = names.filter { before[$0] != after[$0] }
      guard !moved.isEmpty else { continue }
      var sizes: [String: Double] = [:]
      for name in moved {
        let metric = String(name.prefix { $0 != " " })
        sizes[metric] = max(sizes[metric] ?? 0, share(before[name], after[name]))
      }
      let metrics = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      moves[model.name] =
        "\(moved.count) of \(names.count) figures move, "
        + metrics.map { "\($0.key) by up to \(percent($0.value))" }.joined(separator: ", ")
    }
    return moves
  }

  private static func percent(_ share: Double) -> String {
    let style = FloatingPointFormatStyle<Double>.number.precision(.significantDigits(1...2))
    return (share * 100).formatted(style.locale(Locale(identifier: "en_US_POSIX"))) + " %"
  }

  /// The means of a model by metric and scope, or what is known of them; counters of the program's
  /// own work left out.
  private static func figures(of model: String, _ comparison: Comparison) -> [String: Known] {
    let rows = comparison.rows.filter { $0.model == model }
    return Dictionary(
      rows.map { ("\($0.metric) of \($0.scope)", Known($0.estimate)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is known of a mean.
  private struct Known: Equatable {
    let censored: Int
    let bound: Double?

    init(_ estimate: Estimate) { (censored, bound) = (estimate.censored, estimate.lowerBound) }
  }

  /// How far apart two means or their lower bounds are, as a share of the larger: from 0 to 2.
  private static func share(_ one: Known?, _ other: Known?) -> Double {
    guard let one = one?.bound, let other = other?.bound else { return 1 }
    let size = max(one.magnitude, other.magnitude)
    return size > 0 ? (one - other).magnitude / size : 0
  }
}

/// The table of scenarios whose outcomes depend on the order of ties, each explained.
enum TieTable {
  /// The name of the file in the folder of the scenarios: `scenario,model,because`.
  static let name = "TieOrder.csv"

  /// The reasons of a scenario by model; none where no table lies beside the scenario.
  ///
  /// - Throws: `Failure` 65 where the table cannot be read.
  static func reasons(beside file: String, _ scenario: String) throws -> [String: String] {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + [name[...]]).joined(separator: "/")
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    let table: CSVFile
    do { table = try CSVFile(InputFile(path: path).text(limit: 1 << 20)) } catch {
      throw Failure.badInput("\(path): \(error)")
    }
    guard table.columns == ["scenario", "model", "because"] else {
      throw Failure.badInput("\(path):1: expected the columns scenario,model,because")
    }
    var reasons: [String: String] = [:]
    for record in table.records where record.fields.first == scenario {
      guard record.fields.count == 3, !record.fields[2].isEmpty else {
        throw Failure.badInput("\(path):\(record.line): expected a scenario, a model and a reason")
      }
      reasons[record.fields[1]] = record.fields[2]
    }
    return reasons
  }
}
