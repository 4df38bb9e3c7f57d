import Scenarios

/// What one replication gave, or an antithetic pair of them as one.
struct Row {
  /// The figures of all models, replication by replication: one of them, or two.
  private let members: [[ReplicationFigures]]
  /// What the control gave, a mean over the pair.
  let control: Double?

  /// A row of one replication or two.
  ///
  /// Shape of the members: `[replication][model]`.
  ///
  /// - Parameter control: The place of the control among the figures.
  init(_ members: [[ReplicationFigures]], control: Int?) {
    precondition((1...2).contains(members.count), "a row is a replication or a pair")
    self.members = members
    let given = control.map { place in
      members.compactMap { $0[0].figures[place].observation.bound }
    }
    self.control = given.flatMap {
      $0.count == members.count ? $0.reduce(0, +) / Double(members.count) : nil
    }
  }

  /// The figures of all models in the first replication, for their names.
  var figures: [ReplicationFigures] { members[0] }

  /// What the row gives of something that is observed within a replication.
  ///
  /// - Parameter observe: Is given the figures of all models of one replication.
  /// - Returns: `nil` where it gives no observation, of a pair where one of the two gives none.
  func sample(_ observe: ([ReplicationFigures]) -> Observation) -> FigureMean.Sample? {
    members.count == 1
      ? FigureMean.Sample(observe(members[0]))
      : FigureMean.Sample(observe(members[0]), observe(members[1]))
  }

  /// What a figure of a model gave.
  func sample(_ model: Int, _ place: Int) -> FigureMean.Sample? {
    sample { $0[model].figures[place].observation }
  }

  /// What a figure of a later model gave less that of the first. Figures have the same place in
  /// every model.
  func difference(_ later: Int, _ place: Int) -> FigureMean.Sample? {
    sample { figures in
      figures[later].figures[place].observation.minus(figures[0].figures[place].observation)
    }
  }

  /// What was monitored of a model: of a pair the mean where both have a value.
  func monitoring(of model: Int) -> [Double?] {
    guard members.count == 2 else { return members[0][model].monitoring }
    return zip(members[0][model].monitoring, members[1][model].monitoring).map { first, second in
      guard let first, let second else { return nil }
      return (first + second) / 2
    }
  }
}
