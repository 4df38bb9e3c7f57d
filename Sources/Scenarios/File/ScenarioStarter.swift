/// The scenario that `nostro init` writes: two branches, two models, every key explained.
///
/// It teaches the keys with a comment on each line. Its figures are examples, not measurements.
/// Tests read it, so that no key of it can go stale.
public enum ScenarioStarter {
  /// The text of the file, which reads and runs as it stands.
  public static let text = #"""
    # yaml-language-server: $schema=./scenario.schema.json
    scenario: starter                    # the name, also of the folder of its report
    title: New York pays London          # one line for the head of the report
    question: How much sooner do payments arrive as tokens?   # what it is meant to answer
    description: Two branches, one currency, a week with a weekend in it.   # what readers should know

    experiment:
      seed: 1                            # the same seed gives the same payments
      replications: 20                   # how often the experiment is repeated
      from: 2026-06-05 00:00 America/New_York    # payments are instructed from here, a Friday,
      until: 2026-06-12 00:00 America/New_York   # up to here; or in UTC: 2026-06-12T04:00:00Z
      run-out: 4d                        # how long payments under way are followed after that
      warm-up: 12h                       # payments of this first stretch are not counted

    branches:                            # by short names
      NYC:
        title: New York                  # the name for readers
        zone: America/New_York           # its clock
        calendar: USFED                  # its business days: `nostro calendar holidays USFED`
        opens: 08:30                     # its hours on its clock
        closes: 18:00
        customer-cut-off: 17:00          # instructions from then on count for the next business day
        releases: every 30min            # when batches leave: a rhythm, [09:00, 12:00] or continuous
        postings: every 30min            # when incoming payments reach the clients
        exchange-desk: 08:00-17:00       # the hours of its foreign-exchange desk
        review-desk: 09:00-17:00         # the hours in which people review alerts
      LDN:                               # what is left out has a default: `nostro schema`
        {zone: Europe/London, calendar: GBENG, opens: 08:00, closes: 17:30}

    pools:                               # money that lies ready, one pool a branch and currency
      - branch: any                      # a branch, a list of them, or any for each
        currency: USD                    # the currency of the pool and of its amounts
        system: CHIPS                    # where the branch settles with outside parties
        opening-balance: 20M             # the prefunding: 250, 40k, 1.5M, 2bn
        credit-line: {limit: 5M, rate: 150bp}    # how far below zero it may go, and its price
        floor: 10M                       # below this a window tops it up ...
        target: 20M                      # ... to this
        funding-rate: 100bp              # what the money costs a year
        day-count: ACT/360               # or ACT/365F
        haircut: 2%                      # the share of collateral that does not count

    corridors:                           # how a currency travels by correspondents
      - from: NYC
        to: LDN
        currency: USD
        fees: SHA                        # who bears them: OUR, SHA or BEN
        hops:                            # the legs in their order; cut-off: customer or interbank
          - {correspondent: Big bank, system: CHIPS, cut-off: interbank, processing: 10min, fee: 15}

    flows:                               # where payments come from
      suppliers:
        from: NYC                        # a branch's clients, a list, any, or outside
        to: LDN
        currency: USD
        arrivals: 60 per business-day    # or per day, per hour
        hours: 09:00-17:00               # spread evenly over these hours
        amount: {lognormal: {median: 25k, p95: 500k}}
        maximum: 10M                     # a larger draw becomes this
        month-end: {days: 3, factor: 1.5}   # the last days of a month bring more
        volume-sigma: 0.2                # how much the volume varies from day to day
        priority: 5                      # 0 is the most urgent, 9 the least
        deadline: 1bd                    # one business day; or 4h

    models:                              # all run on the same payments
      batch:
        title: Correspondent banking
        rail: correspondent              # along the corridors
        screening: {alert-rate: 2%, false-positive-share: 97%, check: 5s,
          review: {lognormal: {median: 4h, p95: 24h}}, review-hours: working-hours}
        returns: {rate: 2%, after: 4h}   # payments that the other side cannot apply
        exchange: {spread: 10bp, processing: 5min}   # the terms of conversions
        rebalancing: {windows: [14:00], zone: Europe/London, lag: 2h}   # when money moves
      token:
        title: Tokenized deposits
        rail: tokenized-deposit          # mint, transfer, burn, at any second
        ledger: {block-interval: 5s, finality: 0s, step-failure: 0.01%, time-out: 10s}
        fees: [1 USD]                    # what a payment costs the payer
        screening: {alert-rate: 2%, false-positive-share: 97%, check: 5s,
          review: {lognormal: {median: 4h, p95: 24h}}, review-hours: around-the-clock}
        rebalancing: on-demand           # tokens drawn when a pool is short

    expect:                              # `nostro check` says whether it holds
      - token.time_to_credit.p50 < 1min  # MODEL.METRIC as in outcomes.csv
      - that: batch.within.1h < 0.5 * token.within.1h
        because: branches and systems close, a ledger does not

    """#
}
