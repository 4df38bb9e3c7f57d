extension Committed {
  /// What is committed once fresh results of the scenario are accepted.
  ///
  /// A row that says the same stays as it is, with its reason; one of a number of replications that
  /// was not run stays where `keepsOthers`, and goes otherwise. Fingerprints of other platforms stay
  /// as they are where the same model was run with as many replications: what moved here shows
  /// there as well, and is accepted there. Rows come by the number of replications, then in the
  /// order of the models and figures, then by platform.
  ///
  /// - Parameters:
  ///   - fresh: What came now, each with its own number of replications.
  ///   - keepsOthers: Whether rows of other numbers of replications stay.
  public func accepting(_ fresh: Committed, keepsOthers: Bool) -> Committed {
    let counts = Set(fresh.fingerprints.map(\.replications))
    let names = Dictionary(
      figures.map { (Place(name: $0.row.name, replications: $0.replications), $0) }
    ) { first, _ in first }
    let takenFigures = fresh.figures.map { now in
      let kept = names[Place(name: now.row.name, replications: now.replications)]
      return kept.flatMap { $0.saysTheSame(as: now) ? $0 : nil } ?? now
    }
    let taken = fresh.fingerprints.map { now in
      // A reason is also due where the figures alone are others.
      let isSame = figures.of(now) == takenFigures.of(now)
      return fingerprints.first { isSame && $0.agrees(with: now) } ?? now
    }
    let elsewhere = fingerprints.filter { kept in
      fresh.fingerprints.contains {
        $0.model == kept.model && $0.replications == kept.replications
          && $0.platform != kept.platform
      }
    }
    func stays(_ replications: Int) -> Bool { keepsOthers && !counts.contains(replications) }
    return Committed(
      fingerprints: (fingerprints.filter { stays($0.replications) } + taken)
        .inOrder(of: \.replications).joined(by: elsewhere),
      figures: (figures.filter { stays($0.replications) } + takenFigures)
        .inOrder(of: \.replications))
  }

  /// Where a figure stands in the file.
  private struct Place: Hashable {
    let name: BaselineFigure.Name
    let replications: Int
  }
}

extension BaselineFigure {
  /// Whether mean and interval of a fresh figure are the committed ones.
  fileprivate func saysTheSame(as fresh: BaselineFigure) -> Bool {
    guard row.unit == fresh.row.unit, isSame(as: fresh.row) else { return false }
    guard let old = row.estimate.interval, let new = fresh.row.estimate.interval else {
      return row.estimate.interval == fresh.row.estimate.interval
    }
    // Bounds are committed with four digits of their width.
    let size = max(row.estimate.mean?.magnitude ?? 0, old.upperBound.magnitude)
    let leeway = max(Tolerance.relative * size, (new.upperBound - new.lowerBound) / 1_000)
    return (old.lowerBound - new.lowerBound).magnitude <= leeway
      && (old.upperBound - new.upperBound).magnitude <= leeway
  }
}

extension [Fingerprint] {
  /// The same with those of other platforms beside them, by the names of the platforms.
  fileprivate func joined(by others: [Fingerprint]) -> [Fingerprint] {
    flatMap { print in
      let beside = others.filter {
        $0.model == print.model && $0.replications == print.replications
      }
      return ([print] + beside).sorted { $0.platform < $1.platform }
    }
  }
}

extension Array {
  /// The elements by a number, equal ones in the order in which they came.
  fileprivate func inOrder(of number: KeyPath<Element, Int>) -> [Element] {
    enumerated().sorted { left, right in
      let numbers = (left.element[keyPath: number], right.element[keyPath: number])
      return numbers.0 == numbers.1 ? left.offset < right.offset : numbers.0 < numbers.1
    }.map(\.element)
  }
}

extension [BaselineFigure] {
  /// The figures of a fingerprint's model and number of replications.
  fileprivate func of(_ print: Fingerprint) -> [BaselineFigure] {
    filter { $0.row.model == print.model && $0.replications == print.replications }
  }
}
