import Vocabulary

extension ScenarioReader {
  /// Checks that every corridor finds its pools, its rate and, for batches, its route; what several
  /// corridors miss is reported once.
  ///
  /// The checks come after the models, since what a corridor needs depends on their rails. All of it
  /// is told at the first payments that take the corridor, be it a line of a file.
  ///
  ///     flows.suppliers: no pool of LDN in EUR, which these payments need
  ///     flows.suppliers: no rate between USD and EUR, which these payments need
  ///     flows.suppliers: no corridor from LDN to NYC in USD, which model 'batch' needs
  ///
  /// - Complexity: O(pools + routes + corridors × models), and for flows that draw their ends
  ///   O(ends), O(pairs) where a model has correspondents.
  mutating func checkCorridors() {
    var held: Set<RefusedEntries.BranchCurrency> = []
    for pool in pools {
      held.insert(
        RefusedEntries.BranchCurrency(branch: pool.entity.branch, currency: pool.entity.currency))
    }
    let joined = Set(
      routes.map {
        Corridor(
          from: .branch($0.entity.from), to: .branch($0.entity.to), currency: $0.entity.currency,
          creditedIn: $0.entity.conversion?.creditedIn ?? $0.entity.currency)
      })
    let bought = ScenarioReader.convertedAtSender(routes)
    var reported: Set<String> = []
    for (corridor, place) in corridors {
      let isConverted = corridor.creditedIn != corridor.currency && joined.contains(corridor)
      var missing = missingPools(of: corridor, isConvertedOnTheWay: isConverted, held)
      if isConverted, bought.contains(corridor), let pool = missingPoolOfBought(by: corridor, held)
      {
        missing.append(pool)
      }
      if let rate = missingRate(of: corridor) { missing.append(rate) }
      if let route = missingRoute(of: corridor, joined) { missing.append(route) }
      missing += missingClearing(of: corridor)
      report(missing, at: place, &reported)
    }
    for spread in spreads {
      report(missing(of: spread.ends, spread.corridor, held, joined), at: spread.place, &reported)
    }
  }

  /// Adds messages at the place where payments are written, each message once for all corridors.
  private func report(_ messages: [String], at place: Problem, _ reported: inout Set<String>) {
    for message in messages where reported.insert(message).inserted {
      problems.add(
        Problem(
          file: place.file, path: place.path, line: place.line, column: place.column,
          message: message))
    }
  }

  /// What a flow misses whose payments draw their ends: each end is looked at once, and pairs only
  /// where they need routes, until the first that has none.
  private func missing(
    of ends: FlowEnds, _ corridor: Corridor, _ held: Set<RefusedEntries.BranchCurrency>,
    _ joined: Set<Corridor>
  ) -> [String] {
    func between(_ from: Party, _ to: Party) -> Corridor {
      Corridor(from: from, to: to, currency: corridor.currency, creditedIn: corridor.creditedIn)
    }
    var missing = missingClearing(of: corridor)
    if let rate = missingRate(of: corridor) { missing.append(rate) }
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
        guard let message = missingRoute(of: between(payer, payee), joined) else { continue }
        return missing + [message]
      }
    }
    return missing
  }

  /// The system that a model's clearing lacks for a corridor.
  ///
  /// The currency sent alone matters: what is credited in another is bought behind the clearing.
  private func missingClearing(of corridor: Corridor) -> [String] {
    guard corridor.from != .outside, corridor.to != .outside else { return [] }
    return models.compactMap { model in
      guard model.rails.contains(where: { $0.lacksSystem(of: corridor.currency) }) else {
        return nil
      }
      return "no clearing system of \(corridor.currency) in model '\(model.name)', which these "
        + "payments need"
    }
  }

  /// What a corridor between branches lacks where a model has correspondents: a route that credits
  /// the bought currency, or one that brings the sent one to a branch that buys.
  private func missingRoute(of corridor: Corridor, _ joined: Set<Corridor>) -> String? {
    guard let model = models.first(where: { $0.has(.correspondent) }), corridor.from != .outside,
      corridor.to != .outside
    else { return nil }
    var plain = corridor
    plain.creditedIn = corridor.currency
    guard !joined.contains(corridor), !joined.contains(plain), !claims.covers(plain) else {
      return nil
    }
    return "no corridor from \(word(for: corridor.from)) to \(word(for: corridor.to)) in "
      + "\(corridor.currency), which model '\(model.name)' needs"
  }

  /// The pools that a corridor's ends lack: the payer's in the sent currency; the payee's in the
  /// currency that arrives and, where it buys, in the credited one.
  private func missingPools(
    of corridor: Corridor, isConvertedOnTheWay: Bool, _ held: Set<RefusedEntries.BranchCurrency>,
    creditsToo: Bool = true
  ) -> [String] {
    var needed: [RefusedEntries.BranchCurrency] = []
    if let from = corridor.from.branch {
      needed.append(RefusedEntries.BranchCurrency(branch: from, currency: corridor.currency))
    }
    if let to = corridor.to.branch {
      if !isConvertedOnTheWay
        || models.contains(where: { $0.rails.contains { $0.kind != .correspondent } })
      {
        needed.append(RefusedEntries.BranchCurrency(branch: to, currency: corridor.currency))
      }
      if creditsToo, corridor.creditedIn != corridor.currency {
        needed.append(RefusedEntries.BranchCurrency(branch: to, currency: corridor.creditedIn))
      }
    }
    return needed.compactMap { missingPool($0, held) }
  }

  /// The pool of what the sending branch buys before the first hop.
  private func missingPoolOfBought(
    by corridor: Corridor, _ held: Set<RefusedEntries.BranchCurrency>
  )
    -> String?
  {
    corridor.from.branch.flatMap {
      missingPool(RefusedEntries.BranchCurrency(branch: $0, currency: corridor.creditedIn), held)
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

  /// The corridors of which a route changes the currency before its first hop.
  private static func convertedAtSender(_ routes: [Given<CorrespondentRoute>]) -> Set<Corridor> {
    Set(
      routes.filter { $0.entity.conversion?.afterHops == 0 }.map {
        Corridor(
          from: .branch($0.entity.from), to: .branch($0.entity.to), currency: $0.entity.currency,
          creditedIn: $0.entity.conversion?.creditedIn ?? $0.entity.currency)
      })
  }

  /// The sentence for a conversion without a rate; silent where the rates themselves were refused.
  private func missingRate(of corridor: Corridor) -> String? {
    guard corridor.creditedIn != corridor.currency, !claims.rates,
      rates?.rate(between: corridor.currency, and: corridor.creditedIn) == nil
    else { return nil }
    return
      "no rate between \(corridor.currency) and \(corridor.creditedIn), which these payments need"
  }
}
