import Chance
import Vocabulary

/// How mid rates move: in steps from a file, or at random.
extension ScenarioReader {
  /// Every two of the pairs have the correlation, inside (−1, 1). All together must be a positive
  /// definite matrix: else no rates can move so, which is reported.
  ///
  /// Steps are logarithmic and of an hour (`RateWalk`). A pair of the file is no pair of a
  /// volatility, so it cannot be correlated.
  static let pairCorrelationShape = Shape(
    name: "rate-correlation", description: "Pairs whose rates move together.",
    fields: [
      Field(
        "pairs", .list(.scalar(Form.pair)), .required,
        "Pairs with a volatility; every two of them are correlated."),
      Field("correlation", .correlation, .required, "The correlation of the logarithmic steps."),
    ])

  /// Reads how the rates move, each pair in one way at most.
  ///
  /// What a model pays and what another receives depend on the same path: rates move once for all
  /// models of a replication. Totals across currencies stay at the rates as given.
  ///
  /// - Returns: The table with its steps and its walk. A walk is made where some pair has a
  ///   volatility; pairs without one stand still in it.
  mutating func readMoves(_ section: Section, _ table: RateTable) -> RateTable {
    var table = table
    rates = table
    table.steps = readRateFile(section, table)
    let volatilities = readVolatilities(section, table)
    for (pair, volatility) in volatilities.enumerated() where volatility > 0 {
      guard table.steps.contains(where: { $0.pair == pair }) else { continue }
      problems.add(
        section["volatility"] ?? section.value,
        "\(table.rates[pair].pairName) has steps in the file, expected the one or the other")
    }
    let matrix = correlations(section, table, volatilities)
    if volatilities.contains(where: { $0 > 0 }) {
      table.walk = RateWalk(
        of: table.rates.map(\.pairName), correlation: matrix, volatilities: volatilities)
      if table.walk == nil {
        problems.add(
          section["correlations"] ?? section.value,
          "the correlations contradict each other: no rates can move so "
            + "(the matrix is not positive definite)")
      }
    }
    return table
  }

  /// The volatility of each pair a year, 0 where none is given. In the order of the rates; the year
  /// has 6,240 hours of trade.
  private func readVolatilities(_ section: Section, _ table: RateTable) -> [Double] {
    var volatilities = table.rates.map { _ in 0.0 }
    for entry in section.map("volatility") {
      let share = entry.value.read(.share, problems, ScenarioReader.share)
      guard let pair = pair(entry.keyValue), let share else { continue }
      volatilities[pair] = share
    }
    return volatilities
  }

  /// The matrix of all pairs, 1 on the diagonal and 0 where nothing is given.
  ///
  /// - Returns: Rows and columns in the order of the rates; a second, other correlation of two
  ///   pairs is reported beside the first.
  /// - Complexity: O(pairs of pairs given), 250,000 at most.
  private mutating func correlations(
    _ section: Section, _ table: RateTable, _ volatilities: [Double]
  ) -> [[Double]] {
    var matrix = volatilities.indices.map { row in
      volatilities.indices.map { $0 == row ? 1.0 : 0.0 }
    }
    var firsts: [[Int]: Place] = [:]
    for written in section.list("correlations") {
      guard let entry = Section(written, as: ScenarioReader.pairCorrelationShape, problems) else {
        continue
      }
      let value = entry.read("correlation") { text in
        DecimalNumeral(text).flatMap { abs($0.approximation) < 1 ? $0.approximation : nil }
      }
      let pairs = entry.list("pairs").compactMap { moving($0, volatilities) }
      guard let value, pairs.count == entry.list("pairs").count else { continue }
      guard Set(pairs).count == pairs.count, pairs.count > 1 else {
        problems.add(written, "expected two or more pairs, each once")
        continue
      }
      correlatedPairs += pairs.count * (pairs.count - 1) / 2
      guard fitsCorrelated(written) else { break }
      for (place, one) in pairs.enumerated() {
        for other in pairs[..<place] {
          let key = [min(one, other), max(one, other)]
          if let first = firsts[key], matrix[one][other] != value {
            problems.add(
              written,
              "a second correlation of \(table.rates[one].pairName) and "
                + "\(table.rates[other].pairName), the first in line \(first.line)")
          }
          firsts[key] = firsts[key] ?? written.place
          (matrix[one][other], matrix[other][one]) = (value, value)
        }
      }
    }
    return matrix
  }

  /// The place of a pair that moves at random.
  ///
  ///     exchange-rates.correlations[0].pairs[1]: the pair has no volatility, so nothing of it …
  private func moving(_ written: YAMLValue, _ volatilities: [Double]) -> Int? {
    guard let pair = pair(written) else { return nil }
    if volatilities[pair] > 0 { return pair }
    problems.add(written, "the pair has no volatility, so nothing of it can move")
    return nil
  }
}

/// Rates from a CSV file.
extension ScenarioReader {
  /// The header that the file must have.
  private static let rateColumns = ["pair", "from_utc", "mid"]

  /// The steps of a CSV file, sorted by pair and instant; refused rows are reported with their line
  /// and left out.
  ///
  ///     rates.csv:3:1: a second rate of EUR/USD from 2026-03-06T05:00:00Z on, the first in line 2
  ///
  /// Rows may stand in any order. Before the first row of a pair holds the rate as the scenario
  /// gives it; instants outside of the simulated time are admitted.
  ///
  /// - Complexity: O(rows · log rows).
  private mutating func readRateFile(_ section: Section, _ table: RateTable) -> [RateStep] {
    guard let file = text(ofFileAt: "file", in: section, limit: CSVFile.byteLimit) else {
      return []
    }
    let name = folder.naming(file.name)
    func report(_ line: Int, _ message: String) {
      problems.add(Problem(file: name, path: "", line: line, column: 1, message: message))
    }
    let csv: CSVFile
    do { csv = try CSVFile(file.text) } catch {
      problems.add(PaymentFile.problem(error, file: name))
      return []
    }
    guard csv.columns == ScenarioReader.rateColumns else {
      report(
        1,
        "found the columns \(YAMLValue.shown(csv.columns.joined(separator: ","))), "
          + "expected \(ScenarioReader.rateColumns.joined(separator: ","))")
      return []
    }
    if csv.records.isEmpty { report(1, "found no rate") }
    var steps: [RateStep] = []
    var lines: [[Int64]: Int] = [:]
    for record in csv.records {
      do {
        let step = try step(record.fields, table)
        let key = [Int64(step.pair), step.from.microseconds]
        if let first = lines[key] {
          report(
            record.line,
            "a second rate of \(step.rate.pairName) from \(step.from) on, the first in line "
              + "\(first)")
        }
        lines[key] = lines[key] ?? record.line
        steps.append(step)
      } catch { report(record.line, error.reason) }
    }
    return steps.sorted { ($0.pair, $0.from) < ($1.pair, $1.from) }
  }

  /// Why a row of the file is refused.
  private struct RefusedRow: Error { let reason: String }

  /// How far a rate of the file may lie from that of the table, either way. Assumed.
  private static let mostApart = 100.0

  /// A step of a row: a pair of the scenario, an instant with its offset, a rate within a
  /// hundredfold of the given one, which a decimal point that slipped is not.
  ///
  /// - Throws: `RefusedRow` for the first field that cannot be.
  private func step(_ fields: [String], _ table: RateTable) throws(RefusedRow) -> RateStep {
    guard fields.count == 3 else {
      throw RefusedRow(reason: "found \(fields.count.counted("field")), expected pair,from_utc,mid")
    }
    guard let pair = ratePlaces[fields[0]] else {
      let hint =
        problems.isFull ? "" : Nearest.hint(fields[0], among: table.rates.map(\.pairName))
      throw RefusedRow(
        reason: "found '\(YAMLValue.shown(fields[0]))', expected a pair of the exchange rates"
          + hint)
    }
    let from: Instant
    do { from = try Instant(reading: fields[1]) } catch {
      throw RefusedRow(
        reason: "found '\(YAMLValue.shown(fields[1]))', expected \(Form.csvInstant.expected)"
          + error.clause)
    }
    let given = table.rates[pair]
    guard let price = DecimalNumeral(fields[2]),
      let rate = ExchangeRate(base: given.base, quote: given.quote, price: price)
    else {
      throw RefusedRow(
        reason: "found '\(YAMLValue.shown(fields[2]))', expected \(Form.rate.expected)")
    }
    let ratio = price.approximation / given.price.approximation
    guard ratio < ScenarioReader.mostApart, ratio > 1 / ScenarioReader.mostApart else {
      throw RefusedRow(
        reason: "found '\(YAMLValue.shown(fields[2]))', a hundred times off the rate of the table")
    }
    return RateStep(pair: pair, from: from, rate: rate)
  }
}

extension ExchangeRate {
  /// The pair as files write it: `EUR/USD`.
  var pairName: String { "\(base)/\(quote)" }
}
