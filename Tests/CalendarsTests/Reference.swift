import Foundation
import Vocabulary

@testable import Calendars

/// The reference tables that lie beside the tests.
enum Reference {
  struct HolidayRow {
    let calendar: String
    let date: CivilDate
    let name: String
    let sources: [String]
    let status: String
    let note: String
  }

  static let holidays: [HolidayRow] = rows("holidays.csv").map { row in
    HolidayRow(
      calendar: row["calendar"]!, date: CivilDate(row["date"]!)!, name: row["name"]!,
      sources: row["sources"]!.split(separator: ";").map(String.init), status: row["status"]!,
      note: row["note"]!)
  }

  static let workingWeekends: [CivilDate] = rows("working_weekends.csv").map {
    CivilDate($0["date"]!)!
  }

  static func rows(_ name: String) -> [[String: String]] {
    let url = Bundle.module.url(forResource: "Reference/" + name, withExtension: nil)!
    let file = try! CSVFile(String(contentsOf: url, encoding: .utf8))
    return file.records.map { record in
      precondition(record.fields.count == file.columns.count, "\(name) line \(record.line)")
      return Dictionary(uniqueKeysWithValues: zip(file.columns, record.fields))
    }
  }
}

/// A date typed in a test.
func day(_ text: String) -> CivilDate { CivilDate(text)! }
/// An instant typed in a test.
func utc(_ text: String) -> Instant { Instant(text)! }
/// A time typed in a test.
func at(_ text: String) -> WallTime { WallTime(text)! }
