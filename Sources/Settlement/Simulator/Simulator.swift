import Bookkeeping
import Calendars
import Chance
import EventKernel
import Scenarios
import Vocabulary

/// One replication of one model: the one owner of everything that changes during a run.
///
/// What may happen is asked of the rails; what happens is done in steps, a desk of a payment's way
/// to a file (arrival, acceptance, screening, release, settlement, exchange, posting, return; a
/// rail's own in its folder), each of which answers with what is next, which the director has done.
/// What changes lies with the stations. Time is `clock.now`; chance is addressed by the payment;
/// order is the order of the queue and of arrays.
///
/// Invariants, on in release: entries balance, no pool falls below its credit line (ledger);
/// tokens in circulation are those minted and not burned (checked daily); a payment's segments
/// are gapless (`PaymentTable.spend`); every payment ends credited, returned or open (checked at
/// the end).
struct Simulator: ~Copyable {
  /// Holds nothing. A value of unknown size keeps the compiler from loading the whole simulator,
  /// some 1.6 kB, at every call of a method that does not change it.
  private let pin: any Sendable = ()
  let world: World
  let model: Model
  let token: TokenRail?
  let chain: ChainRail?
  /// Whether the pools of a currency act as one.
  let isPooled: Bool
  let replication: UInt32
  let chance: Chances
  let screenings: ScreeningTable
  /// The walk of the mid rates, by pair and hour.
  let ratePath: [ContiguousArray<Double>]
  let journeys: JourneyChoice
  let recordsBalances: Bool
  /// Whether no pool is ever short: flows are recorded, not balances held.
  let isUnlimited: Bool
  /// Whether the treasury does what the model says, as it does but where payments alone are
  /// recorded.
  let hasTreasury: Bool

  var clock: Clock
  var treasury: Treasury
  var payments = PaymentTable()
  var lines: Lines
  /// The source of each flow.
  var sources: PaymentSources
  /// The watch over the pools' floors; `nil` where the treasury has none.
  var floors: Floors?
  /// What the treasurer expects the pools to need; `nil` without an estimate.
  let needs: WindowNeeds?
  /// The treasury's transfers between the pools.
  var transfers: Transfers
  /// Recalls to come, each at the place that its event names.
  var recalls: ContiguousArray<Recall> = []
  /// The queues of the model's interbank clearing.
  var clearing: ClearingHouse?
  /// The foreign-exchange trades.
  var trades: TradeBook
  /// The contracts that run.
  var contracts = Contracts()
  /// Who waits for an issuer's cash, and what it has sold for it.
  var issuers: Issuers
  /// What is written down of the run.
  var register: Register

  init(
    _ world: World, model: ModelID, replication: UInt32, journeys: JourneyChoice,
    recordsBalances: Bool, flows recording: FlowRecording?
  ) {
    let (scenario, streams) = (world.scenario, world.scenario.experiment.streams(of: replication))
    (self.world, self.replication) = (world, replication)
    self.model = scenario.models[model.place]
    token = self.model.tokenTerms.map { TokenRail(terms: $0) }
    chain = ChainRail(self.model, world)
    isPooled = self.model.rails.contains { $0.kind.traits.endsInDeposits }
    chance = Chances(world.streams, replication: streams)
    screenings = ScreeningTable(self.model, world)
    ratePath = world.rates.path(seed: scenario.experiment.seed, replication: streams)
    (self.journeys, self.recordsBalances) = (journeys, recordsBalances)
    hasTreasury = recording?.hasTreasury ?? true
    clock = Clock(world, model, rebalances: hasTreasury)
    treasury = Treasury(world, flows: recording, self.model.rebalancing)
    isUnlimited = recording != nil
    lines = Lines(
      timetables: world.timetables.count, branches: scenario.branches.count,
      pools: scenario.pools.count)
    sources = world.sources(replication: streams)
    transfers = Transfers(pools: scenario.pools.count)
    floors = Floors(self.model.rebalancing, world)
    needs = world.needs.isEmpty ? nil : world.needs[model.place]
    trades = TradeBook(flows: scenario.flows.count, pools: scenario.pools.count)
    clearing = ClearingHouse(world, model: self.model, isUnlimited: isUnlimited)
    issuers = Issuers(currencies: world.currencies.count)
    register = Register(
      corridors: world.corridors.count, pools: scenario.pools.count,
      currencies: world.currencies.count,
      JourneyRecorder(choice: journeys, replication: replication, world, sources))
  }
}

extension Simulator {
  /// Which account stands where in the books.
  var accounts: ChartOfAccounts { treasury.accounts }

  /// The heading of an entry that belongs to a payment.
  func slip(_ key: PaymentKey) -> Treasury.Slip { Treasury.Slip(key, at: now) }

  /// The simulated time.
  var now: Instant { clock.now }
}
