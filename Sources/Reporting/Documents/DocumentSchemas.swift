import Outcomes
import Vocabulary

/// The JSON Schemas of what commands print with `--json`, and of `manifest.json`.
///
/// Each document carries its `format`, a number that changes with its shape.
///
/// Who reads the documents may count on this: a member that is required stays, with its type and
/// its unit, as long as `format` does; a new member raises `format` too, since schemas refuse what
/// they do not know. What a run cannot say is null or missing as the schema says, never zero.
public enum DocumentSchemas {
  /// The documents by the names under which `nostro schema --of` gives their schemas.
  ///
  /// In the order of the documentation.
  public static let names = documents.map(\.name)

  /// The schema of a document; `nil` for a name that is none.
  ///
  /// JSON Schema of draft 7, which most validators know.
  ///
  /// - Parameter name: One of `names`.
  /// - Returns: One document, ended by LF.
  public static func text(of name: String) -> String? {
    documents.first { $0.name == name }.map { document in
      var members: [(key: String, value: JSONNode)] = [
        ("$schema", .string("http://json-schema.org/draft-07/schema#")),
        ("title", .string(document.title)),
      ]
      if case .object(let own) = document.shape.schema { members += own }
      return JSONNode.object(members).text() + "\n"
    }
  }

  /// By the name under which the schema is asked for, with the command that prints such a document.
  private static let documents: [(name: String, title: String, shape: DocumentShape)] = [
    ("compare", "nostro compare --json, nostro run --json", compare),
    ("check", "nostro check --json", check),
    ("size", "nostro size --json", size),
    ("sweep", "nostro sweep --json", sweep),
    ("warm-up", "nostro warm-up --json", warmUp),
    ("solve-settle", "nostro solve settle", settle),
    ("solve-size", "nostro solve size", sizeProblem),
    ("solve-rebalance", "nostro solve rebalance", rebalance),
    ("manifest", "manifest.json", manifest),
  ]

  private typealias Member = DocumentShape.Member

  /// Documents that have kept their first shape.
  private static let format = Member("format", .constant(1), "Counts changes of this shape.")
  /// Documents whose rows got `censored` and `at_least`.
  private static let second = Member("format", .constant(2), "Counts changes of this shape.")

  /// A mean over replications with its interval.
  ///
  /// Its members come from the columns of outcomes.csv, so that file and documents have one shape.
  static let estimate = Estimate.shape

  /// One word for what is left to chance: nothing is said where payments differ from replication to
  /// replication.
  private static let variation = Member(
    "variation", .text,
    "What differs between the replications where the payments do not: other-than-payments, or "
      + "nothing where all are one observation.", isOptional: true)

  /// `manifest.json` of a run; it is a part of what `compare --json` prints too, so that a program
  /// needs no second file.
  ///
  /// Instants are ISO 8601 in UTC, digests sixteen hexadecimal digits, since a whole number of 64
  /// bits is more than many parsers of JSON keep.
  private static let manifest = DocumentShape.object([
    Member("format", .constant(UInt64(Manifest.format)), "Counts changes of this shape."),
    Member("scenario", .text, "The name of the scenario."),
    Member("title", .text, "Its title."),
    Member("scenario_digest", .text, "Digest of its files, sixteen hexadecimal digits."),
    Member("seed", .whole, "The seed of every random stream."),
    Member("replications", .whole, "How many replications were run."),
    Member("from_utc", .text, "The first instant at which payments are instructed, ISO 8601."),
    Member("until_utc", .text, "The first instant at which none are instructed any more."),
    Member("horizon_utc", .text, "Until when payments are followed."),
    Member("reporting_currency", .text, "The currency of totals, ISO 4217."),
    variation,
    Member(
      "precision",
      .object([
        Member("of", .text, "The figure that had to be known well enough."),
        Member("is_reached", .truth, "Whether it is."),
      ]), "Only where replications were run until a figure was known.", isOptional: true),
    Member("version", .text, "The version of the program."),
    Member("zone_data_version", .text, "The version of the zone rules."),
    Member("models", .list(model), "The models, in the order of the scenario."),
    Member(
      "shuffled_ties", .whole, "The seed that ordered simultaneous events, where one did.",
      isOptional: true),
    Member(
      "files",
      .list(
        .object([
          Member("name", .text, "Its name in the folder."),
          Member("bytes", .whole, "Its length."),
          Member("digest", .text, "Digest of its bytes, sixteen hexadecimal digits."),
        ])), "All other files of the run; report.html may be made again from them."),
  ])

  /// A model with the digests of what happened in it.
  private static let model = DocumentShape.object([
    Member("name", .text, "Its name in files."),
    Member("title", .text, "Its name for readers."),
    Member("rail", .text, "Its rails."),
    Member(
      "fingerprints",
      .object([
        Member("events", .text, "Digest of the events of all replications."),
        Member("books", .text, "Digest of the postings."),
        Member("outcomes", .text, "Digest of how the payments ended."),
      ]), "Sixteen hexadecimal digits each."),
  ])

  /// What was run, and all figures.
  private static let compare = DocumentShape.object([
    second, Member("manifest", manifest, "What was run: manifest.json."),
    Member("outcomes", .list(outcome), "The rows of outcomes.csv."),
  ])

  /// A row of `outcomes.csv`.
  ///
  /// From the columns of the file too; what stands in the file alone is left out.
  private static let outcome = DocumentShape.object(OutcomesCSV.table.members)

  /// Each cell is a run of its own, with the values that its axes have in the file, as text: `5M`
  /// is what was written and what may be written again.
  private static let sweep = DocumentShape.object([
    second, Member("version", .text, "The version of the program."),
    Member("zone_data_version", .text, "The version of the zone rules."),
    Member("scenario", .text, "The name of the scenario."),
    Member("title", .text, "Its title."),
    Member("scenario_digest", .text, "Digest of its files, sixteen hexadecimal digits."),
    Member("seed", .whole, "The seed of every random stream."),
    Member("replications", .whole, "How many replications each cell has."),
    Member("points", .text, "How the cells were chosen."),
    Member(
      "axes",
      .list(
        .object([
          Member("name", .text, "The name of the axis."),
          Member("paths", .list(.text), "The values of the file that it sets."),
        ])), "The axes, in the order of the columns of sweep.csv."),
    Member(
      "cells",
      .list(
        .object([
          Member("cell", .whole, "The number of the cell."),
          Member("values", .map(.text), "The value of each axis, as it is written."),
          Member("scenario_digest", .text, "Digest of the cell's scenario."), variation,
          Member("outcomes", .list(outcome), "Its rows of sweep.csv."),
        ])), "The cells in their order."),
  ])

  /// One entry for each scenario that was checked, in the order in which they were named.
  private static let check = DocumentShape.object([
    Member("format", .constant(3), "Counts changes of this shape."),
    Member("version", .text, "The version of the program."),
    Member(
      "without_scenario", .list(.text),
      "Committed rows and files beside which there is no scenario, a sentence each."),
    Member(
      "scenarios",
      .list(
        .object([
          Member("file", .text, "The file."), Member("scenario", .text, "Its name."),
          Member("replications", .whole, "How many replications were run."), variation,
          Member("expectations", .list(expectation), "In the order of the file."),
          Member(
            "committed", .optional(committed),
            "How it stands to what is committed; null where that was not asked."),
        ])), "In the order in which they were run."),
  ])

  /// A claim with what was found; `distance` is signed, below zero where the figure is too low.
  private static let expectation = DocumentShape.object([
    Member("that", .text, "The claim as it is written."),
    Member("because", .optional(.text), "Why it should hold."),
    Member("line", .whole, "Its line."),
    Member("holds", .truth, "Whether it holds."),
    Member("unit", .text, "The unit of what follows."),
    Member("found", .optional(.object(estimate)), "What was found; null where nothing was."),
    Member(
      "distance", .optional(.object(estimate)),
      "How far that lies from where it should; null where nothing was found."),
  ])
}
