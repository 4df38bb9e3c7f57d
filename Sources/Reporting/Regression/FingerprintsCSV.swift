public import Outcomes
import Vocabulary

/// `Fingerprints.csv`: the committed digests of the scenarios of a folder, a row for each scenario,
/// model, number of replications and platform.
///
/// A fingerprint is exact where a baseline has a tolerance: it moves with any event, and says
/// whether entries and ends of payments moved too.
public enum FingerprintsCSV {
  /// The columns in their order.
  ///
  /// Scenario, model, replications and platform are the key of a row: no two are alike. Digests
  /// differ between platforms where the mathematical library rounds otherwise.
  public static let columns = [
    "scenario", "model", "replications", "seed", "scenario_digest", "platform", "events", "books",
    "outcomes", "because",
  ]

  /// The file: by scenario, otherwise in the order given.
  ///
  /// Names are ordered by their bytes, so that no locale moves a row.
  ///
  /// - Returns: Lines ended by LF.
  public static func text(_ fingerprints: [Fingerprint]) -> String {
    let ordered = fingerprints.enumerated().sorted { left, right in
      let names = (left.element.scenario.utf8, right.element.scenario.utf8)
      if names.0.elementsEqual(names.1) { return left.offset < right.offset }
      return names.0.lexicographicallyPrecedes(names.1)
    }
    var text = ""
    var csv = CSVText()
    csv.row(columns) { text += $0 }
    for row in ordered.map(\.element) {
      csv.row(
        [
          CSVText.field(row.scenario), CSVText.field(row.model), String(row.replications),
          String(row.seed), row.scenarioDigest, CSVText.field(row.platform), row.events, row.books,
          row.outcomes, CSVText.field(row.because),
        ]) { text += $0 }
    }
    csv.flush { text += $0 }
    return text
  }

  /// Reads the file.
  ///
  ///     try FingerprintsCSV.read("scenario,model\n")
  ///     // throws: line 1: found the columns 'scenario,model', expected 'scenario,model,replications,…'
  ///
  /// - Throws: `TableProblems` with every problem and its line.
  public static func read(_ text: String) throws(TableProblems) -> [Fingerprint] {
    var table = try CommittedTable(text, columns: columns)
    var fingerprints: [Fingerprint] = []
    var known: [[String]: Int] = [:]
    for row in table.rows {
      guard let fingerprint = fingerprint(row, &table) else { continue }
      let key = Array(row.fields.prefix(3)) + [row.fields[5]]
      if let first = known[key] {
        let count = (Int(row.fields[2]) ?? 0).counted("replication")
        let what = "\(row.fields[0]), \(row.fields[1]), \(count), \(row.fields[5])"
        table.noteTwice(row, of: what, first: first)
      } else {
        known[key] = row.line
        fingerprints.append(fingerprint)
      }
    }
    try table.finish()
    return fingerprints
  }

  /// - Returns: `nil` where a field is not what it should be, of which all are noted.
  private static func fingerprint(_ row: CommittedTable.Row, _ table: inout CommittedTable)
    -> Fingerprint?
  {
    let scenario = table.name(row, 0, columns[0])
    let model = table.name(row, 1, columns[1])
    let replications = table.count(row, 2, columns[2], in: 1...1_000_000)
    let seed = CommittedTable.whole(row.fields[3])
    if seed == nil {
      table.note(row, columns[3], found: row.fields[3], expected: "a whole number below 2⁶⁴")
    }
    let digests = [4, 6, 7, 8].map { digest(row, $0, &table) }
    let platform = table.name(row, 5, columns[5])
    guard let scenario, let model, let replications, let seed, let platform,
      let scenarioDigest = digests[0], let events = digests[1], let books = digests[2],
      let outcomes = digests[3]
    else { return nil }
    return Fingerprint(
      scenario: scenario, model: model, replications: replications, seed: seed,
      scenarioDigest: scenarioDigest, platform: platform, events: events, books: books,
      outcomes: outcomes, because: row.fields[9])
  }

  /// Sixteen digits in lower case; other cases are refused, so that a digest has one spelling.
  private static func digest(
    _ row: CommittedTable.Row, _ place: Int, _ table: inout CommittedTable
  ) -> String? {
    let text = row.fields[place]
    let isHexadecimal = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    if text.utf8.count == 16, isHexadecimal { return text }
    table.note(row, columns[place], found: text, expected: "16 digits of 0-9 and a-f")
    return nil
  }
}
