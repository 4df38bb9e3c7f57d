import Testing

@Suite("The calendar commands print CSV, and refuse what they do not know")
struct CalendarCommandTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test(
    "Each command prints its table",
    arguments: [
      ("holidays", ["holidays", "TARGET", "--year", "2026"]),
      ("windows", ["windows", "Fedwire Funds", "--from", "2026-03-02", "--to", "2026-03-09"]),
      (
        "overlap",
        [
          "overlap", "--from", "2026-02-02", "--to", "2026-02-09", "--systems",
          "CHAPS,Fedwire Funds,MEPS+",
        ]
      ),
      (
        "week",
        [
          "week", "--scenario", "two-branches.yaml", "--branches", "NYC", "--from", "2026-03-05",
        ]
      ),
      (
        "value-date",
        ["value-date", "--calendars", "TARGET,USFED", "--date", "2025-12-24", "--days", "1"]
      ),
    ])
  func tables(name: String, arguments: [String]) throws {
    let ending = try Command.nostro(["calendar"] + arguments, in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "calendar-\(name)")
  }

  private let instants = """
    system,instant_utc,kind
    Fedwire Funds,2026-03-06T23:44:59Z,customer
    Fedwire Funds,2026-03-06T23:45:00Z,customer
    Fedwire Funds,2026-03-06T23:45:00Z,interbank
    CHAPS,2026-03-27T18:00:00Z,interbank

    """

  @Test("earliest reads the standard input and a file alike") func earliest() throws {
    let piped = try Command.nostro(
      ["calendar", "earliest", "--file", "-"], in: folder, input: instants)
    #expect(piped.code == 0 && piped.errors.isEmpty)
    try Snapshot.expect(piped.output, as: "calendar-earliest")
    try folder.write(instants, to: "instants.csv")
    let read = try Command.nostro(
      ["calendar", "earliest", "--file", "instants.csv"], in: folder)
    #expect(read.code == 0 && read.output == piped.output)
  }

  @Test("earliest names every bad row with its line and prints no rows") func badRows() throws {
    let ending = try Command.nostro(
      ["calendar", "earliest", "--file", "-"], in: folder,
      input: instants + "Fedwire,2026-03-06T23:45:00Z,customer\nCHAPS,2026-03-06,customer\n")
    #expect(ending.code == 65 && ending.output.isEmpty)
    #expect(
      ending.errors == """
        error: -:6: no system named 'Fedwire'; did you mean 'Fedwire Funds'?
        error: -:7: expected an instant like 2026-03-06T23:45:00Z, found '2026-03-06'; found a date alone, expected a time of day behind it

        """)
  }

  @Test(
    "A name or a year that is not known ends with 65",
    arguments: [
      (
        ["holidays", "TARGETT", "--year", "2026"],
        "no calendar named 'TARGETT'; did you mean 'TARGET'?"
      ),
      (
        ["holidays", "TARGET", "--year", "2050"],
        "--year: calendar TARGET covers 2020 to 2035, not 2050"
      ),
      (
        ["windows", "Fedwire Fund", "--from", "2026-03-02", "--to", "2026-03-09"],
        "no system named 'Fedwire Fund'; did you mean 'Fedwire Funds'?"
      ),
      (
        ["windows", "CHAPS", "--from", "2026-03-09", "--to", "2026-03-02"],
        "--from 2026-03-09 lies after --to 2026-03-02"
      ),
      (
        ["value-date", "--calendars", "TARGET", "--date", "2026-02-30", "--days", "1"],
        "--date: expected a date like 2026-03-06, found '2026-02-30'"
      ),
    ])
  func refusals(arguments: [String], message: String) throws {
    let ending = try Command.nostro(["calendar"] + arguments, in: folder)
    #expect(ending.code == 65 && ending.output.isEmpty)
    #expect(ending.errors == "error: \(message)\n")
  }
}
