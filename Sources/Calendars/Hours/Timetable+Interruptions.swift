public import Vocabulary

/// Hours that do not hold as planned. What was planned open and is not is closed for `outage`;
/// what was planned closed keeps its cause.
extension Timetable {
  /// The timetable with stretches of time cut out of its open hours.
  ///
  /// A window is left in pieces of the same value date; a cut-off that falls into a cut comes at
  /// its start for the piece before.
  ///
  /// - Parameter stretches: In any order; they may overlap and pass the ends of the timetable.
  /// - Complexity: O(windows × stretches).
  public func interrupted(during stretches: [Range<Instant>]) -> Timetable {
    let cuts = Timetable.joined(stretches)
    guard !cuts.isEmpty else { return self }
    var pieces: ContiguousArray<Window> = []
    for window in windows {
      for piece in Timetable.pieces(of: window.opens..<window.closes, without: cuts) {
        pieces.append(window.clipped(to: piece))
      }
    }
    return Timetable(
      windows: pieces, steps: steps(cutBy: cuts), end: end, diagnostics: diagnostics)
  }

  /// The timetable without the windows of a value date; what would have been open then is closed
  /// for `outage`.
  public func withoutDay(_ valueDate: CivilDate) -> Timetable {
    let cancelled = windows.filter { $0.valueDate == valueDate }
    return interrupted(during: cancelled.map { $0.opens..<$0.closes })
  }

  /// The timetable with the cut-offs and the close of a value date moved.
  ///
  /// A later close keeps the next window closed until then; from an earlier one to the planned
  /// close the cause is `outage`.
  ///
  /// A value date without a window stays so; a close at or before the opening cancels it.
  public func movingCutOffs(of valueDate: CivilDate, by span: TimeSpan) -> Timetable {
    guard let place = windows.lastIndex(where: { $0.valueDate == valueDate }) else { return self }
    let moved = windows[place].moved(by: span)
    guard moved.opens < moved.closes else { return withoutDay(valueDate) }
    if span < .zero {
      let early = interrupted(during: [moved.closes..<windows[place].closes])
      var all = early.windows
      all[place] = moved
      return Timetable(windows: all, steps: early.steps, end: end, diagnostics: diagnostics)
    }
    var all = windows[..<place] + [moved]
    for window in windows[(place + 1)...] where window.closes > moved.closes {
      all.append(window.clipped(to: max(window.opens, moved.closes)..<window.closes))
    }
    return Timetable(
      windows: ContiguousArray(all), steps: steps(openedDuring: moved.opens..<moved.closes),
      end: max(end, moved.closes), diagnostics: diagnostics)
  }

  /// Whether something was cut out of the hours.
  public var isInterrupted: Bool { steps.contains { $0.closure == .outage } }

  /// Hours without a break over a range but for these stretches, closed for `outage`.
  public static func always(_ range: Range<Instant>, but stretches: [Range<Instant>]) -> Timetable {
    let date = CivilDate.split(range.lowerBound.microseconds).date
    let (opens, closes) = (range.lowerBound, range.upperBound)
    let whole = Window(
      opens: opens, customerCutOff: closes, interbankCutOff: closes, closes: closes,
      valueDate: date)
    return Timetable(
      windows: [whole], steps: [Step(start: opens, closure: nil)], end: closes, diagnostics: []
    ).interrupted(during: stretches)
  }
}

extension Timetable {
  /// The steps with `outage` where cuts meet open hours.
  private func steps(cutBy cuts: [Range<Instant>]) -> ContiguousArray<Step> {
    var result: ContiguousArray<Step> = []
    func append(_ start: Instant, _ closure: Closure?) {
      if result.last?.closure != closure || result.isEmpty {
        result.append(Step(start: start, closure: closure))
      }
    }
    for (place, step) in steps.enumerated() {
      let until = place + 1 < steps.count ? steps[place + 1].start : end
      guard step.closure == nil else {
        append(step.start, step.closure)
        continue
      }
      var cursor = step.start
      for piece in Timetable.pieces(of: step.start..<until, without: cuts) {
        if cursor < piece.lowerBound { append(cursor, .outage) }
        append(piece.lowerBound, nil)
        cursor = piece.upperBound
      }
      if cursor < until { append(cursor, .outage) }
    }
    return result
  }

  /// The steps with a stretch open.
  private func steps(openedDuring stretch: Range<Instant>) -> ContiguousArray<Step> {
    var result = ContiguousArray(steps.filter { $0.start < stretch.lowerBound })
    result.append(Step(start: stretch.lowerBound, closure: nil))
    if stretch.upperBound < end {
      let next = closure(at: stretch.upperBound).cause
      if next != nil { result.append(Step(start: stretch.upperBound, closure: next)) }
    }
    for step in steps where step.start > stretch.upperBound && step.closure != result.last?.closure
    {
      result.append(step)
    }
    return result
  }

  /// Stretches of time, ascending and disjoint, without empty ones.
  private static func joined(_ stretches: [Range<Instant>]) -> [Range<Instant>] {
    var joined: [Range<Instant>] = []
    for next in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) where !next.isEmpty {
      if let last = joined.last, next.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, next.upperBound)
      } else {
        joined.append(next)
      }
    }
    return joined
  }

  /// What is left of a stretch without the cuts, which are ascending and disjoint.
  private static func pieces(of stretch: Range<Instant>, without cuts: [Range<Instant>])
    -> [Range<Instant>]
  {
    var pieces: [Range<Instant>] = []
    var cursor = stretch.lowerBound
    for cut in cuts where cut.upperBound > cursor && cut.lowerBound < stretch.upperBound {
      if cut.lowerBound > cursor { pieces.append(cursor..<cut.lowerBound) }
      cursor = cut.upperBound
    }
    if cursor < stretch.upperBound { pieces.append(cursor..<stretch.upperBound) }
    return pieces
  }
}

extension Window {
  /// The window between two instants of it; cut-offs come no later than its close.
  fileprivate func clipped(to piece: Range<Instant>) -> Window {
    Window(
      opens: piece.lowerBound, customerCutOff: min(customerCutOff, piece.upperBound),
      interbankCutOff: min(interbankCutOff, piece.upperBound), closes: piece.upperBound,
      valueDate: valueDate)
  }

  /// The window with its cut-offs and its close moved.
  fileprivate func moved(by span: TimeSpan) -> Window {
    Window(
      opens: opens, customerCutOff: customerCutOff + span,
      interbankCutOff: interbankCutOff + span, closes: closes + span, valueDate: valueDate)
  }
}
