import Vocabulary

extension ScenarioReader {
  /// Checks that every route finds its pools, its rate and, for batches, its corridor; what several
  /// routes miss is reported once.
  mutating func checkRoutes() {
    let needsCorridors = models.first { $0.has(.correspondent) }
    var held: Set<Claims.BranchCurrency> = []
    for pool in pools {
      held.insert(Claims.BranchCurrency(branch: pool.entity.branch, currency: pool.entity.currency))
    }
    let joined = Set(
      corridors.map {
        Route(
          from: .branch($0.entity.from), to: .branch($0.entity.to), currency: $0.entity.currency,
          creditedIn: $0.entity.conversion?.creditedIn ?? $0.entity.currency)
      })
    var reported: Set<String> = []
    for (route, place) in routes {
      let isConverted = route.creditedIn != route.currency && joined.contains(route)
      var missing = missingPools(of: route, isConvertedOnTheWay: isConverted, held)
      if let rate = missingRate(of: route) { missing.append(rate) }
      if let model = needsCorridors, route.from != .outside, route.to != .outside {
        var plain = route
        plain.creditedIn = route.currency
        if !joined.contains(route), !joined.contains(plain), !claims.covers(plain) {
          missing.append(
            "no corridor from \(word(for: route.from)) to \(word(for: route.to)) in "
              + "\(route.currency), which model '\(model.name)' needs")
        }
      }
      for message in missing where reported.insert(message).inserted {
        problems.add(
          Problem(
            file: place.file, path: place.path, line: place.line, column: place.column,
            message: message))
      }
    }
  }

  private func missingPools(
    of route: Route, isConvertedOnTheWay: Bool, _ held: Set<Claims.BranchCurrency>
  ) -> [String] {
    var needed: [Claims.BranchCurrency] = []
    if let from = route.from.branch {
      needed.append(Claims.BranchCurrency(branch: from, currency: route.currency))
      if isConvertedOnTheWay, isConvertedAtSender(route) {
        needed.append(Claims.BranchCurrency(branch: from, currency: route.creditedIn))
      }
    }
    if let to = route.to.branch {
      if !isConvertedOnTheWay
        || models.contains(where: { $0.rails.contains { $0.kind != .correspondent } })
      {
        needed.append(Claims.BranchCurrency(branch: to, currency: route.currency))
      }
      if route.creditedIn != route.currency {
        needed.append(Claims.BranchCurrency(branch: to, currency: route.creditedIn))
      }
    }
    return needed.filter { !held.contains($0) && !claims.covers($0) }.map {
      "no pool of \(name(of: $0.branch)) in \($0.currency), which these payments need"
    }
  }

  /// Whether a corridor of the route changes the currency before its first hop.
  private func isConvertedAtSender(_ route: Route) -> Bool {
    corridors.contains {
      $0.entity.conversion?.afterHops == 0 && $0.entity.conversion?.creditedIn == route.creditedIn
        && $0.entity.currency == route.currency && .branch($0.entity.from) == route.from
        && .branch($0.entity.to) == route.to
    }
  }

  private func missingRate(of route: Route) -> String? {
    guard route.creditedIn != route.currency, !claims.rates,
      rates?.rate(between: route.currency, and: route.creditedIn) == nil
    else { return nil }
    return "no rate between \(route.currency) and \(route.creditedIn), which these payments need"
  }
}
