import Outcomes
import Vocabulary

/// An estimate while it is read: what each field says by itself, `nil` where it is empty.
///
/// Anybody may have changed the file, so that what only a hand can write is told and refused: a
/// mean beside censored replications, one end of an interval, ends in the wrong order.
struct EstimateDraft: Sendable {
  var mean, low, high, atLeast: Double?
  var replications, censored: Int?

  /// The estimate; `nil` where its fields do not fit together, which is noted.
  ///
  /// A mean is there exactly where no replication is censored, an interval has both ends or none.
  func estimate(_ reading: inout TableReading, _ record: CSVFile.Record) -> Estimate? {
    let (count, censored) = (replications ?? 0, censored ?? 0)
    guard censored == 0 else {
      guard mean == nil, low == nil, high == nil else {
        reading.note(
          record, "expected neither mean nor interval where \(censored) replications are censored")
        return nil
      }
      return Estimate(censored: censored, replications: count, atLeast: atLeast)
    }
    for (column, isMissing) in [
      ("mean", mean == nil), ("low95", low == nil && high != nil),
      ("high95", high == nil && low != nil),
    ] where isMissing { reading.note(record, "\(column): expected a number, found ''") }
    guard let mean, (low == nil) == (high == nil) else { return nil }
    guard let low, let high else {
      return Estimate(mean: mean, interval: nil, replications: count)
    }
    guard low <= high else {
      reading.note(record, "the interval ends before it begins")
      return nil
    }
    return Estimate(mean: mean, interval: low...high, replications: count)
  }
}
