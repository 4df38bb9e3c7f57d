import Vocabulary

extension ScenarioReader {
  static let rebalancingShape = Shape(
    name: "rebalancing", description: "The windows in which a batch treasury moves money.",
    fields: [
      Field("windows", .list(.time), .required, "Times of the day, ascending."),
      Field("zone", .zone, .required, "The clock of the times."),
      Field("lag", .span, .means("0s"), "From instruction to arrival."),
      Field(
        "policy", .choice(TransferPolicy.allCases.map(\.rawValue)), .means("optimal"),
        "How the transfers are picked: the cheapest that fund what can be funded, or the neediest "
          + "pool first from the largest surplus."),
    ])

  /// Reads when pools are brought back to target.
  mutating func readRebalancing(_ model: Section) -> Rebalancing? {
    guard let written = model["rebalancing"] else { return nil }
    if written.text != nil {
      guard model.read("rebalancing", { $0 == "on-demand" ? true : nil }) != nil else { return nil }
      guard model["rail"]?.text != "correspondent" else {
        problems.add(
          written,
          "found 'on-demand' with rail correspondent, expected windows: only tokens move at "
            + "any second")
        return nil
      }
      return .onDemand
    }
    guard let section = Section(written, as: ScenarioReader.rebalancingShape, problems) else {
      return nil
    }
    let times = times(section.list("windows"))
    let zone = zone(section, "zone")
    let lag = section.read("lag") { ScenarioReader.span($0) }
    let policy: TransferPolicy? = section.choice("policy")
    guard let times, let zone, let lag, let policy else { return nil }
    return .windows(RebalancingWindows(zone: zone, times: times, lag: lag, policy: policy))
  }
}
