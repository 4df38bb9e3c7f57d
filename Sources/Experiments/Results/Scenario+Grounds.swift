import Calendars
import Scenarios
import Vocabulary

extension Scenario {
  /// What a run rests on beside what its file says: weak holidays, and defaults.
  ///
  /// A holiday is a weak fact where its source says so: it was inferred, not published. Only those within the
  /// run are told, calendars that several branches share once.
  ///
  /// - Returns: Sentences with a full stop, in the order of the scenario: first holidays, then defaults.
  var grounds: [String] {
    let range = experiment.from..<experiment.horizon
    let days =
      CivilDate.split(range.lowerBound.microseconds)
      .date...CivilDate.split(
        range.upperBound.microseconds
      ).date
    var seen: Set<String> = []
    let calendars = (branches.map(\.calendar) + systems.map(\.hours.days.calendar)).filter {
      seen.insert($0.name).inserted
    }
    let weak = calendars.flatMap { calendar in
      calendar.holidays.filter { days.contains($0.date) && $0.source.contains("(weak: ") }.map {
        "\($0.name) on \($0.date) (\(calendar.name)) is a weak fact: \($0.source)."
      }
    }
    return weak + taken
  }

  /// The defaults, a sentence for each kind of section.
  private var taken: [String] {
    var sections: [String] = []
    for each in defaults where !sections.contains(each.section) { sections.append(each.section) }
    return sections.map { section in
      let own = defaults.filter { $0.section == section }.map { "\($0.key): \($0.text)" }
      return "Where \(section) says nothing, it means \(own.joined(separator: ", "))."
    }
  }
}
