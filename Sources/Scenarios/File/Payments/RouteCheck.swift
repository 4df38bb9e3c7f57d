import Vocabulary

extension ScenarioReader {
  /// Checks that every route finds its pools, its rate and, for batches, its corridor; what several
  /// routes miss is reported once.
  ///
  /// The checks come after the models, since what a route needs depends on their rails. All of it
  /// is told at the first payments that take the route, be it a line of a file.
  ///
  ///     flows.suppliers: no pool of LDN in EUR, which these payments need
  ///     flows.suppliers: no rate between USD and EUR, which these payments need
  ///     flows.suppliers: no corridor from LDN to NYC in USD, which model 'batch' needs
  ///
  /// - Complexity: O(pools + corridors + routes × models), and for flows that draw their ends
  ///   O(ends), O(pairs) where a model has correspondents.
  mutating func checkRoutes() {
    var held: Set<RefusedEntries.BranchCurrency> = []
    for pool in pools {
      held.insert(
        RefusedEntries.BranchCurrency(branch: pool.entity.branch, currency: pool.entity.currency))
    }
    let joined = Set(
      corridors.map {
        Route(
          from: .branch($0.entity.from), to: .branch($0.entity.to), currency: $0.entity.currency,
          creditedIn: $0.entity.conversion?.creditedIn ?? $0.entity.currency)
      })
    let bought = ScenarioReader.convertedAtSender(corridors)
    var reported: Set<String> = []
    for (route, place) in routes {
      let isConverted = route.creditedIn != route.currency && joined.contains(route)
      var missing = missingPools(of: route, isConvertedOnTheWay: isConverted, held)
      if isConverted, bought.contains(route), let pool = missingPoolOfBought(by: route, held) {
        missing.append(pool)
      }
      if let rate = missingRate(of: route) { missing.append(rate) }
      if let corridor = missingCorridor(of: route, joined) { missing.append(corridor) }
      missing += missingClearing(of: route)
      report(missing, at: place, &reported)
    }
    for spread in spreads {
      report(missing(of: spread.ends, spread.route, held, joined), at: spread.place, &reported)
    }
  }

  /// Adds messages at the place where payments are written, each message once for all routes.
  private func report(_ messages: [String], at place: Problem, _ reported: inout Set<String>) {
    for message in messages where reported.insert(message).inserted {
      problems.add(
        Problem(
          file: place.file, path: place.path, line: place.line, column: place.column,
          message: message))
    }
  }

  /// What a flow misses whose payments draw their ends: each end is looked at once, and pairs only
  /// where they need corridors, until the first that has none.
  private func missing(
    of ends: FlowEnds, _ route: Route, _ held: Set<RefusedEntries.BranchCurrency>,
    _ joined: Set<Route>
  ) -> [String] {
    func between(_ from: Party, _ to: Party) -> Route {
      Route(from: from, to: to, currency: route.currency, creditedIn: route.creditedIn)
    }
    var missing = missingClearing(of: route)
    if let rate = missingRate(of: route) { missing.append(rate) }
    for payer in ends.payers {
      missing += missingPools(
        of: between(payer, .outside), isConvertedOnTheWay: false, held, creditsToo: false)
    }
    for payee in ends.payees {
      missing += missingPools(of: between(.outside, payee), isConvertedOnTheWay: false, held)
    }
    guard models.contains(where: { $0.has(.correspondent) }) else { return missing }
    for payer in ends.payers {
      for payee in ends.payees where payee != payer {
        guard let message = missingCorridor(of: between(payer, payee), joined) else { continue }
        return missing + [message]
      }
    }
    return missing
  }

  /// The system that a model's clearing lacks for a route.
  ///
  /// The currency sent alone matters: what is credited in another is bought behind the clearing.
  private func missingClearing(of route: Route) -> [String] {
    guard route.from != .outside, route.to != .outside else { return [] }
    return models.compactMap { model in
      guard let terms = model.clearingTerms, terms.system(of: route.currency) == nil else {
        return nil
      }
      return "no clearing system of \(route.currency) in model '\(model.name)', which these "
        + "payments need"
    }
  }

  /// What a route between branches lacks where a model has correspondents: a corridor that credits
  /// the bought currency, or one that brings the sent one to a branch that buys.
  private func missingCorridor(of route: Route, _ joined: Set<Route>) -> String? {
    guard let model = models.first(where: { $0.has(.correspondent) }), route.from != .outside,
      route.to != .outside
    else { return nil }
    var plain = route
    plain.creditedIn = route.currency
    guard !joined.contains(route), !joined.contains(plain), !claims.covers(plain) else {
      return nil
    }
    return "no corridor from \(word(for: route.from)) to \(word(for: route.to)) in "
      + "\(route.currency), which model '\(model.name)' needs"
  }

  /// The pools that a route's ends lack: the payer's in the sent currency; the payee's in the
  /// currency that arrives and, where it buys, in the credited one.
  private func missingPools(
    of route: Route, isConvertedOnTheWay: Bool, _ held: Set<RefusedEntries.BranchCurrency>,
    creditsToo: Bool = true
  ) -> [String] {
    var needed: [RefusedEntries.BranchCurrency] = []
    if let from = route.from.branch {
      needed.append(RefusedEntries.BranchCurrency(branch: from, currency: route.currency))
    }
    if let to = route.to.branch {
      if !isConvertedOnTheWay
        || models.contains(where: { $0.rails.contains { $0.kind != .correspondent } })
      {
        needed.append(RefusedEntries.BranchCurrency(branch: to, currency: route.currency))
      }
      if creditsToo, route.creditedIn != route.currency {
        needed.append(RefusedEntries.BranchCurrency(branch: to, currency: route.creditedIn))
      }
    }
    return needed.compactMap { missingPool($0, held) }
  }

  /// The pool of what the sending branch buys before the first hop.
  private func missingPoolOfBought(by route: Route, _ held: Set<RefusedEntries.BranchCurrency>)
    -> String?
  {
    route.from.branch.flatMap {
      missingPool(RefusedEntries.BranchCurrency(branch: $0, currency: route.creditedIn), held)
    }
  }

  /// The sentence for a pool that is neither there nor refused elsewhere in the file.
  private func missingPool(
    _ pool: RefusedEntries.BranchCurrency, _ held: Set<RefusedEntries.BranchCurrency>
  )
    -> String?
  {
    guard !held.contains(pool), !claims.covers(pool) else { return nil }
    return "no pool of \(name(of: pool.branch)) in \(pool.currency), which these payments need"
  }

  /// The routes of which a corridor changes the currency before its first hop.
  private static func convertedAtSender(_ corridors: [Given<Corridor>]) -> Set<Route> {
    Set(
      corridors.filter { $0.entity.conversion?.afterHops == 0 }.map {
        Route(
          from: .branch($0.entity.from), to: .branch($0.entity.to), currency: $0.entity.currency,
          creditedIn: $0.entity.conversion?.creditedIn ?? $0.entity.currency)
      })
  }

  /// The sentence for a conversion without a rate; silent where the rates themselves were refused.
  private func missingRate(of route: Route) -> String? {
    guard route.creditedIn != route.currency, !claims.rates,
      rates?.rate(between: route.currency, and: route.creditedIn) == nil
    else { return nil }
    return "no rate between \(route.currency) and \(route.creditedIn), which these payments need"
  }
}
