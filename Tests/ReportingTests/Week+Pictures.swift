import Outcomes
import Vocabulary

extension Week {
  /// The fans of the first six pools: each balance, a tenth of it less and a tenth more.
  static func fans(_ models: [ModelHeader]) -> [PoolFan] {
    models.flatMap { model in
      histories(models).filter { $0.model == model.name }.prefix(6).map(fan)
    }
  }

  /// The fan of three replications around a history.
  static func fan(_ history: PoolHistory) -> PoolFan {
    PoolFan(
      model: history.model, branch: history.branch, currency: history.currency,
      start: history.start, step: history.step,
      stretches: history.balances.map { [$0 - $0 / 10, $0, $0 + $0 / 10] })
  }

  /// Payments of the hours from eight to six, of which the later ones take longer.
  static func timesOfWeek(_ models: [ModelHeader]) -> [CreditTimesOfWeek] {
    models.enumerated().map { place, model in
      let hours = (0..<168).map { hour -> CreditTimesOfWeek.Hour in
        let isOffice = (8..<18).contains(hour % 24) && hour < 120
        let seconds = Double(hour % 24) * (place == 0 ? 3_000 : 2)
        return CreditTimesOfWeek.Hour(
          payments: isOffice ? 40 : 0, meanSeconds: isOffice ? seconds : nil)
      }
      return CreditTimesOfWeek(model: model.name, hours: hours)
    }
  }
}
