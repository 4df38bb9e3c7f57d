import Bookkeeping
import Measures
import Outcomes

extension Metric {
  /// What a sentence calls the metric of a scope: over all payments, `of currency CHF`.
  func phrase(of scope: Scope) -> String { phrase + scope.ofText }

  /// What a table calls the metric of a scope.
  func title(of scope: Scope) -> String { title + scope.ofText }
}

extension Scope {
  /// What stands behind a metric of the scope: nothing of all, else ` of pool NYC USD`.
  fileprivate var ofText: String { self == .all ? "" : " of \(name)" }
}

extension Cause {
  /// What readers call the cause.
  var title: String { metric.title }
}
