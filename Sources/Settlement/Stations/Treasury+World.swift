import Bookkeeping
import Scenarios
import Vocabulary

extension Treasury {
  /// The treasury of a world, before the prefunding.
  ///
  /// - Parameter flowBucket: Where given, no pool is ever short and their flows are recorded.
  init(_ world: World, flowBucket: TimeSpan?) {
    let (chart, experiment) = (ChartOfAccounts(world), world.scenario.experiment)
    self.init(
      chart, chart.accounts(of: world, withFloors: flowBucket == nil),
      Pools(
        world.scenario.pools.enumerated().map { place, pool in
          (
            pool.openingBalance.minorUnits, pool.creditLimit.minorUnits,
            world.currencyOfPool[place]
          )
        },
        currencies: world.currencies.count, at: experiment.from,
        counted: experiment.countedFrom..<experiment.until, flows: FlowBook(world, flowBucket)))
  }
}
