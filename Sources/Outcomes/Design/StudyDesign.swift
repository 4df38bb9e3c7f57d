import Measures
import Scenarios

/// How the replications of an experiment are drawn and judged.
struct StudyDesign: Hashable, Sendable {
  /// Whether replications come in antithetic pairs, of which the mean is one value.
  let isPaired: Bool
  /// The expectation of the control; `nil` where there is none.
  let expectation: Double?

  /// Replications that are what they are.
  static let plain = StudyDesign()

  private init() { (isPaired, expectation) = (false, nil) }

  /// The design of an experiment.
  ///
  /// - Parameter expectation: That of the control, where the scenario has one.
  init(_ experiment: Experiment, expectation: Double?) {
    isPaired = experiment.variates == .antithetic
    self.expectation = experiment.control == nil ? nil : expectation
  }

  /// What it is called in files: `antithetic`, `control`, both, or `nil` for plain replications.
  var name: String? { name(isCorrected: expectation != nil) }

  /// The same of a figure, which a control corrects or not.
  func name(isCorrected: Bool) -> String? {
    let names = (isPaired ? ["antithetic"] : []) + (isCorrected ? ["control"] : [])
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }
}

/// The design of a run for readers, where it is not one of plain replications.
public struct RunDesign: Hashable, Sendable, Codable {
  /// Into how many batches the one long run is divided.
  public let batches: Int?
  /// `antithetic`, `control`, or `antithetic and control`.
  public let technique: String?

  /// The design of a study; `nil` where it has none.
  init?(_ design: StudyDesign, batches: Int?) {
    guard batches != nil || design.name != nil else { return nil }
    (self.batches, technique) = (batches, design.name)
  }
}

/// Makes rows of replications: one of each, or one of each antithetic pair.
struct RowMaker: Sendable {
  private let isPaired: Bool
  /// The first of a pair whose second is still to come.
  private var first: [ReplicationFigures]?
  private var control: Int?

  /// A maker for replications that come in their order: of a pair the even number first.
  init(_ design: StudyDesign) {
    isPaired = design.isPaired
  }

  /// The row that a replication completes, if it does. The control is the number of payments
  /// instructed, of all payments.
  mutating func row(of figures: [ReplicationFigures]) -> Row? {
    if control == nil {
      control = figures[0].figures.firstIndex { $0.metric == .instructed && $0.scope == .all }
    }
    guard isPaired else { return Row([figures], control: control) }
    guard let first else {
      self.first = figures
      return nil
    }
    self.first = nil
    return Row([first, figures], control: control)
  }
}
