import Foundation
public import Outcomes
import Vocabulary

/// `report.json`: what the page of a run shows and none of its tables holds, so that the page can
/// be made again from the folder.
///
/// Written beside the tables of a run, so that `nostro report` makes the page again without running
/// anything.
public struct ReportParts: Codable, Sendable {
  /// Counts changes of the shape.
  public var format: Int
  /// The program of the run.
  public var identity: RunIdentity
  /// What was run.
  public var header: Header
  /// Its models, with their digests.
  public var models: [ModelHeader]
  /// What became of the expectations.
  public var verdicts: [Verdict]
  /// How well a figure is known, where replications were run until it is.
  public var precision: PrecisionOutcome?
  /// What differs between the replications.
  public var variation: Variation
  /// How the run was designed, where not as plain replications.
  public var design: RunDesign?
  /// The clocks under the pictures.
  public var clocks: [ClockAxis]
  /// What the reader may not conclude.
  public var limits: [String]
  /// What the run rests on beside what its file says.
  public var sources: [String]
  /// The opening hours of a week of the run.
  public var week: OpeningWeek?
  /// How long payments take by the hour of the week of their instruction.
  public var timesOfWeek: [CreditTimesOfWeek]
  /// How the balances of the followed pools run over the replications.
  public var fans: [PoolFan]
  /// What a sizing gave, where the page shows one.
  public var sizing: Sizing?

  /// The shape that this program writes and reads.
  ///
  /// Raised with each change of what is stored; other formats are refused, since a page of half its
  /// parts would say less than the run.
  public static let format = 2

  /// The parts of a page.
  public init(
    _ comparison: Comparison, identity: RunIdentity, clocks: [ClockAxis], limits: [String],
    sources: [String] = [], week: OpeningWeek? = nil, sizing: Sizing? = nil
  ) {
    format = ReportParts.format
    self.identity = identity
    (header, models) = (comparison.header, comparison.models)
    (verdicts, precision) = (comparison.verdicts, comparison.precision)
    (design, variation) = (comparison.design, comparison.variation)
    (self.clocks, self.limits, self.sizing) = (clocks, limits, sizing)
    (self.sources, self.week) = (sources, week)
    (timesOfWeek, fans) = (comparison.timesOfWeek, comparison.fans)
  }

  /// The parts of a file.
  ///
  ///     try ReportParts(json: #"{"format": 1}"#)
  ///     // throws: expected format 2, found 1
  ///
  /// - Throws: `UnreadableReport` with the place of the first problem.
  public init(json: String) throws(UnreadableReport) {
    let decoder = JSONDecoder()
    let bytes = Data(json.utf8.dropFirst(ByteOrderMark.length(at: json.utf8)))
    do {
      let format = try decoder.decode(Format.self, from: bytes).format
      guard format == ReportParts.format else {
        throw UnreadableReport("expected format \(ReportParts.format), found \(format)")
      }
      self = try decoder.decode(ReportParts.self, from: bytes)
    } catch let error as UnreadableReport {
      throw error
    } catch let error as DecodingError {
      throw UnreadableReport(error)
    } catch {
      throw UnreadableReport("expected JSON")
    }
  }

  /// Read first, so that a newer file is called one and not a broken one.
  private struct Format: Codable {
    var format: Int
  }

  /// The file, its keys in alphabetical order.
  ///
  /// Keys are sorted: the same bytes on every platform.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(self) else {
      preconditionFailure("the parts of a page are finite numbers and texts")
    }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  /// The whole comparison, with the figures of the tables.
  ///
  /// Journeys are left out: the page shows none.
  public func comparison(with tables: ResultTables) -> Comparison {
    var comparison = Comparison(
      header: header, models: models, rows: tables.rows, curves: tables.curves,
      poolHistories: tables.poolHistories, journeys: [], verdicts: verdicts,
      timesOfWeek: timesOfWeek, fans: fans)
    (comparison.precision, comparison.design) = (precision, design)
    comparison.variation = variation
    (comparison.monitoring, comparison.quantiles) = (tables.monitoring, tables.quantiles)
    return comparison
  }
}

/// Why a file is not the rest of a report: the place and what was expected there.
public struct UnreadableReport: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problem, a sentence without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }

  init(_ error: DecodingError) {
    let (path, sentence): ([any CodingKey], String) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
      case .typeMismatch(_, let context): (context.codingPath, "expected another kind of value")
      case .valueNotFound(_, let context): (context.codingPath, "expected a value, found null")
      case .dataCorrupted(let context):
        // What the types of the program say is a sentence for readers; the rest is the library's.
        (
          context.codingPath,
          context.debugDescription.hasPrefix("expected")
            ? context.debugDescription : "cannot be read as JSON of this shape"
        )
      @unknown default: ([], "cannot be read")
      }
    let steps = path.map { step in
      step.intValue.map { "[\($0)]" } ?? ".\(step.stringValue)"
    }
    description = "$\(steps.joined()): \(sentence)"
  }
}
