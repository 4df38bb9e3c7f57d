import Chance
import Scenarios

extension Scenario {
  /// Everything that payments draw by inversion, in no order that matters. `QuantileTables` makes a
  /// table for each gamma distribution among them; one that is missing here is inverted at each
  /// draw, which is slower and the same within a millionth.
  var drawn: [Distribution] {
    flows.flatMap(\.drawn) + models.flatMap(\.drawn) + branches.compactMap { $0.inward?.work }
      + routes.flatMap { $0.hops.map(\.processing) }
  }
}

extension Flow {
  fileprivate var drawn: [Distribution] {
    var drawn: [Distribution] = []
    if case .generated(let generated) = origin { drawn.append(generated.amount) }
    for condition in contract?.conditions ?? [] {
      if case .after(let span) = condition.met { drawn.append(span) }
    }
    if let dispute = contract?.dispute { drawn.append(dispute.resolution) }
    return drawn
  }
}

extension Model {
  fileprivate var drawn: [Distribution] {
    [screening.review, repairs.work, recalls.after] + screeningOverrides.map(\.terms.review)
  }
}
