extension Comparison {
  /// Takes batches in, and gives the rows that they are of their intervals.
  ///
  /// A long run is one replication, whose figures have no interval of their own; that of the
  /// batches takes its place.
  mutating func takeBatches(_ rows: [BatchRow]) {
    for batch in rows {
      let place = self.rows.firstIndex {
        $0.model == batch.model && $0.metric == batch.metric && $0.scope == batch.scope
      }
      if let place { self.rows[place].estimate = batch.means.estimate }
    }
    batches += rows
  }
}
