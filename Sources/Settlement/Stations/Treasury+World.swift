import Bookkeeping
import Scenarios
import Vocabulary

extension Treasury {
  /// The treasury of a world, before the prefunding.
  ///
  /// Pools are counted from the end of the warm-up until nothing more is instructed.
  ///
  /// - Parameters:
  ///   - recording: Where given, no pool is ever short and their flows are recorded.
  ///   - rebalancing: How the model's treasury moves money between them.
  init(_ world: World, flows recording: FlowRecording?, _ rebalancing: Rebalancing?) {
    let (chart, experiment) = (ChartOfAccounts(world), world.scenario.experiment)
    self.init(
      chart, chart.accounts(of: world, withFloors: recording == nil),
      Pools(
        world.scenario.pools.enumerated().map { place, pool in
          (
            pool.openingBalance.minorUnits, pool.creditLimit.minorUnits,
            world.currencyOfPool[place]
          )
        },
        currencies: world.currencies.count, at: experiment.from,
        counted: experiment.countedFrom..<experiment.until,
        flows: FlowBook(world, recording, rebalancing)))
  }
}
