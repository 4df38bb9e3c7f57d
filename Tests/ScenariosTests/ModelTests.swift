import Calendars
import Chance
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct ModelTests {
  private func model(_ keys: String) throws -> Model {
    try SmallScenario().with("{rail: correspondent}", "{\(keys)}").read().models[0]
  }

  @Test func readsTheTermsOfTheLedger() throws {
    let model = try model(
      "rail: tokenized-deposit, fees: [1.30 SGD, 1 USD], rebalancing: on-demand, "
        + "ledger: {block-interval: 5s, step-failure: 0.01%, time-out: 10s}")
    #expect(
      model.rails.first
        == .tokenizedDeposit(
          TokenTerms(
            blockInterval: .seconds(5), finality: .zero, stepFailure: 0.0001,
            timeOut: .seconds(10),
            fees: [Money(minorUnits: 130, .sgd), Money(minorUnits: 100, .usd)])))
    #expect(model.rebalancing == .onDemand)
  }

  @Test func readsScreeningReturnsExchangeAndWindows() throws {
    let model = try model(
      "rail: correspondent, returns: {rate: 2%, after: 4h}, "
        + "exchange: {spread: 10bp, processing: 5min}, "
        + "screening: {alert-rate: 2%, false-positive-share: 97%, check: 5s, "
        + "review: {constant: 4h}, review-hours: around-the-clock}, "
        + "rebalancing: {windows: [10:00, 14:00], zone: Europe/London, lag: 2h}")
    #expect(model.returns == Returns(rate: 0.02, after: .hours(4)))
    #expect(
      model.exchange
        == ExchangeTerms(spreadBasisPoints: 10, processing: .minutes(5), delivery: .atOnce))
    #expect(
      model.screening
        == Screening(
          alertRate: 0.02, falsePositiveShare: 0.97, check: .seconds(5), review: .constant(14_400),
          reviewHours: .aroundTheClock))
    guard case .windows(let windows) = model.rebalancing else {
      Issue.record("the model rebalances in windows")
      return
    }
    #expect(windows.zone.identifier == "Europe/London")
    #expect(windows.times == [WallTime(hour: 10), WallTime(hour: 14)])
    #expect(windows.lag == .hours(2))
  }

  @Test(arguments: [
    "rail: tokenized-deposit", "rail: correspondent, fees: [1 USD]",
    "rail: correspondent, rebalancing: on-demand",
    "rail: correspondent, rebalancing: {windows: [14:00, 10:00], zone: UTC}",
    "rail: correspondent, screening: {alert-rate: 2}",
    "rail: correspondent, screening: {alert-rate: 101%}",
    "rail: tokenized-deposit, ledger: {block-interval: 0s, time-out: 1s}",
    "rail: tokenized-deposit, ledger: {block-interval: 5s, time-out: 1s}, fees: [1 USD, 2 USD]",
  ]) func refusesTermsThatCannotBeMeant(_ keys: String) {
    #expect(SmallScenario().with("{rail: correspondent}", "{\(keys)}").problems.count == 1)
  }
}
