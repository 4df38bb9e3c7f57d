import Calendars
import Vocabulary

extension ScenarioReader {
  /// The bytes of a file that a key names, as text; they join the digest.
  ///
  /// The digest of the scenario so changes with every file that it names.
  ///
  /// - Parameter limit: The most bytes that are read.
  /// - Returns: `nil` where the file cannot be read, is larger, lies outside of the folder, or is
  ///   no UTF-8; each is reported at the key.
  mutating func text(ofFileAt key: String, in section: Section, limit: Int)
    -> (name: String, text: String)?
  {
    guard let written = section[key],
      let name = section.read(key, { YAMLValue.isPath($0) ? $0 : nil })
    else { return nil }
    do {
      let bytes = try folder.read(name, limit: limit)
      digest.combine(bytes: bytes)
      if let text = String(validating: bytes, as: UTF8.self) { return (name, text) }
      problems.add(written, "'\(YAMLValue.shown(name))' holds bytes that are no UTF-8")
    } catch {
      problems.add(written, error)
    }
    return nil
  }

  /// The holidays of a calendar's iCalendar file.
  ///
  /// Problems are reported at their lines of that file, not of the scenario.
  ///
  ///     calendar-file-with-a-bad-date.ics:3:1: found '20260230', expected a date like 20260306
  ///
  /// - Parameter years: Those of the calendar; events outside of them are left out.
  /// - Returns: None where the file cannot be read as a whole.
  mutating func importedHolidays(_ section: Section, _ years: ClosedRange<Int>) -> [Holiday] {
    guard let file = text(ofFileAt: "ics", in: section, limit: ICalendarFile.byteLimit) else {
      return []
    }
    do {
      return try ICalendarFile(file.text).holidays(in: years, source: file.name)
    } catch {
      for problem in error.problems {
        problems.add(
          Problem(
            file: folder.naming(file.name), path: "", line: problem.line, column: 1,
            message: "found \(YAMLValue.shown(problem.found)), expected \(problem.expected)"
              + problem.clause))
      }
      return []
    }
  }
}
