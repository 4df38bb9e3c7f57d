public import Bookkeeping
public import Scenarios
public import Vocabulary

extension World {
  /// Runs one replication of one model, from seed to record.
  ///
  /// The record depends on the scenario, the model and the replication alone: not on threads, not
  /// on the clock of the machine, not on what was run before.
  ///
  /// - Parameters:
  ///   - model: The place of the model in the scenario.
  ///   - replication: The replication, from 0.
  ///   - journeys: Which payments' journeys are written down.
  ///   - recordsBalances: Whether the pools' balances are noted at every full hour.
  ///   - recordsDays: Whether what happens in the pools is noted day by day.
  ///   - flows: Where given, no pool is ever short, and what moves in the pools is recorded.
  /// - Throws: Where the replication takes more events than the terms of the world allow.
  /// - Complexity: O(events), about five for a payment; memory O(payments under way) and 32 bytes
  ///   for each payment that ended.
  public func replicate(
    _ model: ModelID, replication: UInt32, journeys: JourneyChoice = .none,
    recordsBalances: Bool = false, recordsDays: Bool = false, flows: FlowRecording? = nil
  ) throws(TooManyEvents) -> RunRecord {
    var simulator = Simulator(
      self, model: model, replication: replication, journeys: journeys,
      recordsBalances: recordsBalances, flows: flows)
    if recordsDays { simulator.treasury.keepDays(DayBook(settlementDays)) }
    return try simulator.run()
  }

  /// `replicate` for a scenario that is known to stay within its budget of events: traps where it
  /// does not.
  public func simulate(
    _ model: ModelID, replication: UInt32, journeys: JourneyChoice = .none,
    recordsBalances: Bool = false, recordsDays: Bool = false, flows: FlowRecording? = nil
  ) -> RunRecord {
    do {
      return try replicate(
        model, replication: replication, journeys: journeys, recordsBalances: recordsBalances,
        recordsDays: recordsDays, flows: flows)
    } catch { preconditionFailure("\(error)") }
  }
}
