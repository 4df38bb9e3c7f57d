import Bookkeeping
import Scenarios
import Vocabulary

/// What one replication gives of the monitored measures, always in the same order: pool by pool,
/// measure by measure, then the efficiency of all pools of each currency.
///
/// Days are those of `SettlementDays`: business days of the pool's system that open and close
/// within the measured time. A replication of a weekend has none, and its values are `nil`.
struct MonitoringFigures {
  let record: RunRecord
  let scopes: Scopes

  /// What a value is of: a pool, or with no branch all pools of a currency.
  struct Key: Hashable, Sendable {
    var branch: String?
    var currency: Currency
    var measure: MonitoringMeasure
    var statistic: String
  }

  /// What the values are of, in their order.
  ///
  /// Shape: `[pool][measure][statistic]`, then `[currency]`.
  static func keys(_ scopes: Scopes) -> [Key] {
    let scenario = scopes.scenario
    return scenario.pools.flatMap { pool in
      MonitoringMeasure.allCases.flatMap { measure in
        measure.statistics.map { statistic in
          Key(
            branch: scenario.branches[pool.branch.place].name, currency: pool.currency,
            measure: measure, statistic: statistic)
        }
      }
    }
      + scopes.currencies.map { currency in
        Key(currency: currency, measure: .efficiency, statistic: "all_days")
      }
  }

  /// The values; none at all where the record has no days.
  ///
  /// In the order of `keys`. Money is in major units of the pool's currency, shares are in 0...1.
  ///
  /// - Complexity: O(pools × days × log days).
  var values: [Double?] {
    guard record.days.count == scopes.scenario.pools.count else { return [] }
    var values: [Double?] = []
    for (pool, days) in zip(scopes.scenario.pools, record.days) {
      let week = PoolWeek(days: days, pool: pool, hasLimit: hasLimit(pool))
      for measure in MonitoringMeasure.allCases { values += week.values(of: measure) }
    }
    for currency in scopes.currencies {
      let members = zip(scopes.scenario.pools, record.days).filter { $0.0.currency == currency }
      values.append(PoolWeek.efficiency(members.flatMap(\.1.days)))
    }
    return values
  }

  /// Whether the credit line of a pool ends somewhere. An unlimited line has the limit that stands
  /// for it (`Pool.unlimitedCredit(among:)`).
  private func hasLimit(_ pool: Pool) -> Bool {
    let likes = scopes.scenario.pools.count { $0.currency == pool.currency }
    return pool.creditLimit.minorUnits != Pool.unlimitedCredit(among: likes)
  }
}

/// The measured days of one pool.
struct PoolWeek {
  let days: PoolDays
  let pool: Pool
  /// Whether its credit line ends somewhere.
  let hasLimit: Bool

  /// The values of a measure, one for each of its statistics.
  ///
  /// What needs the size of the credit line has no value where it has no limit.
  func values(of measure: MonitoringMeasure) -> [Double?] {
    switch measure {
    case .netDebit: money(\.netDebit)
    case .netCredit: money(\.netCredit)
    case .available: money(ascending: true, of: hasLimit ? days.days.map(available) : [])
    case .balance: [average(days.days.map { major(max(0, $0.opening)) })]
    case .undrawnCredit: [average(hasLimit ? days.days.map { major(undrawn($0)) } : [])]
    case .sent: money(\.sent)
    case .received: money(\.received)
    case .due: money(\.due)
    case .late: money(\.late)
    case .settledBy: days.settledByHour.map(share)
    case .upperBound: money(\.upperBound)
    case .lowerBound: money(\.lowerBound)
    case .delay: PoolWeek.largest(days.days.compactMap { PoolWeek.delay($0, by: \.waited) })
    case .liquidityDelay:
      PoolWeek.largest(days.days.compactMap { PoolWeek.delay($0, by: \.queued) })
    case .turnover: [average(hasLimit ? days.days.compactMap(turnover) : [])]
    case .efficiency: [PoolWeek.efficiency(days.days)]
    }
  }

  /// The value of what left over the sum of the largest net debits; `nil` where nothing was drawn.
  /// Both sums are of the same currency, in minor units.
  static func efficiency(_ days: [PoolDayFact]) -> Double? {
    let drawn = days.reduce(Int128(0)) { $0 + Int128($1.netDebit) }
    guard drawn > 0 else { return nil }
    return Double(days.reduce(Int128(0)) { $0 + Int128($1.sent) }) / Double(drawn)
  }

  /// The three largest and the mean of an amount of the days.
  private func money(_ fact: (PoolDayFact) -> Int64) -> [Double?] {
    money(ascending: false, of: days.days.map(fact))
  }

  /// The same of amounts in minor units; `ascending` for the three smallest, where little is what
  /// worries.
  private func money(ascending: Bool, of amounts: [Int64]) -> [Double?] {
    PoolWeek.largest(amounts.map(major), ascending: ascending)
  }

  /// The three largest and the mean; `nil` where there are fewer.
  private static func largest(_ values: [Double], ascending: Bool = false) -> [Double?] {
    let sorted = ascending ? values.sorted() : values.sorted(by: >)
    return (0..<3).map { $0 < sorted.count ? sorted[$0] : nil } + [mean(values)]
  }

  /// The mean over days; `nil` where there are none.
  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private func average(_ values: [Double]) -> Double? { PoolWeek.mean(values) }

  /// Minor units of the pool's currency in major ones.
  private func major(_ minorUnits: Int64) -> Double { pool.currency.majorUnits(Double(minorUnits)) }

  /// What is left of the credit line at the start of a day, in minor units.
  private func undrawn(_ day: PoolDayFact) -> Int64 {
    pool.creditLimit.minorUnits + min(0, day.opening)
  }

  /// What can be paid with at the start of a day, in minor units: the balance above zero and the
  /// undrawn credit.
  private func available(_ day: PoolDayFact) -> Int64 { max(0, day.opening) + undrawn(day) }

  /// How often what was available has been paid out on a day; `nil` where nothing was.
  private func turnover(_ day: PoolDayFact) -> Double? {
    let available = available(day)
    return available > 0 ? Double(day.sent) / Double(available) : nil
  }

  /// What a kind of waiting is of the longest there could have been. Both are areas (minor units ×
  /// µs): what waited, and what was spared by settling before the close.
  private static func delay(_ day: PoolDayFact, by waiting: (PoolDayFact) -> Int128) -> Double? {
    let all = day.waited + day.spared
    return all > 0 ? Double(waiting(day)) / Double(all) : nil
  }

  /// A mean share over the days on which something left; the sum counts in parts of
  /// `PoolDays.whole`.
  private func share(_ sum: Int64) -> Double? {
    guard days.sendingDays > 0 else { return nil }
    return Double(sum) / Double(PoolDays.whole) / Double(days.sendingDays)
  }
}
