import Calendars
import Vocabulary

extension ScenarioReader {
  /// A rhythm like `every 30min`, `continuous`, or times of the day.
  private static let runs = Form.either([.interval, .list(.time)])

  /// A branch on its own clock and calendar. Desks keep the branch's hours where they have none of
  /// their own; the customer cut-off lies after the opening. A rhythm starts at the opening and has
  /// its last run before the close. With `count` the name stands for the whole family wherever
  /// branches are listed.
  ///
  /// The hours are those of business days: a branch has none on a day on which its calendar rests.
  /// What is left out delays nothing (runs are continuous, nobody works on what comes in), so that
  /// a scenario adds delays one by one; these defaults are assumed.
  static let branchShape = Shape(
    name: "branch", description: "A branch: its clock, its days, its desks.",
    fields: [
      Field("title", .text, .leaves("the short name"), "Its name for readers."),
      Field(
        "bic", .bic, .leaves("messages do not name it"),
        "Its code of ISO 9362, by which messages name it."),
      Field(
        "count", .count, .leaves("it is one branch"),
        "How many branches of this kind there are: of BANK with 270 the first is BANK001, and BANK "
          + "stands for all of them."),
      Field("zone", .zone, .required, "Its clock.", examples: ["America/New_York"]),
      Field(
        "calendar", .calendar, .required, "Its business days: a published calendar or an own one.",
        examples: PublishedCalendars.names),
      Field("opens", .time, .required, "When it opens on its clock."),
      Field("closes", .time, .required, "When it closes."),
      Field(
        "customer-cut-off", .time, .leaves("the close"),
        "From when on instructions are taken for the next business day."),
      Field(
        "releases", runs, .means("continuous"),
        "When accepted instructions are released to the correspondents; a rhythm starts at the "
          + "opening.", examples: ["every 30min"]),
      Field(
        "postings", runs, .means("continuous"),
        "When incoming payments are posted to clients.", examples: ["every 30min"]),
      Field(
        "exchange-desk", .hours, .leaves("the branch's hours"),
        "The hours of its foreign-exchange desk."),
      Field(
        "review-desk", .hours, .leaves("the branch's hours"),
        "The hours in which people review screening alerts, repair instructions and work on what "
          + "comes in."),
      Field(
        "inward", .object(inwardShape), .leaves("nothing is worked on"),
        "What people do with payments that come in, before they are posted."),
    ])

  /// Names that stand for something else than one branch.
  ///
  /// A branch of such a name could never be meant where ends are listed.
  private static let reserved = ["any", "outside"]

  /// Reads the branches, in whose order all else counts them.
  ///
  /// Past the limit nothing more is read: one problem tells it, at the entry that passes it.
  ///
  /// - Complexity: O(branches), families counted by their members.
  mutating func readBranches(_ root: Section) {
    for entry in root.map("branches") {
      if ScenarioReader.reserved.contains(entry.key) {
        problems.add(entry.keyValue, "a word with a meaning of its own, expected another name")
      }
      let (branch, count) = readBranch(entry)
      guard branchNames.count + (count ?? 1) <= ScenarioReader.mostBranches else {
        problems.add(entry.keyValue, "more than \(ScenarioReader.mostBranches) branches")
        return
      }
      guard let count else {
        add(branch, named: entry.key, at: entry.keyValue)
        continue
      }
      addFamily(branch, of: count, entry)
    }
  }

  /// Takes the members of a family: `BANK001` to `BANK270`. Numbers have as many digits as the
  /// count, so that names sort as the members stand. All share the terms of the entry; their titles
  /// end in the number.
  ///
  ///     families-that-cannot-be-meant.yaml:5:3: branches.A: a second branch 'A1', one of the …
  private mutating func addFamily(_ branch: Branch?, of count: Int, _ entry: YAMLValue.Entry) {
    let first = branchNames.count
    let width = String(count).count
    for number in 1...count {
      let digits = String(number)
      let suffix = String(repeating: "0", count: width - digits.count) + digits
      var member = branch
      member?.name = entry.key + suffix
      member?.family = entry.key
      member?.title += " " + suffix
      add(member, named: entry.key + suffix, at: entry.keyValue)
    }
    families[entry.key] = first..<branchNames.count
  }

  /// Takes a branch by its place; a refused one keeps its place, so that what names it is not
  /// refused too. Two maps of one file cannot have a key twice, but a member of a family can meet a
  /// name that is written out; that is reported.
  private mutating func add(_ branch: Branch?, named name: String, at written: YAMLValue) {
    if let first = branchPlaces[name] ?? families[name]?.lowerBound {
      problems.add(
        written,
        "a second branch '\(name)', one of the two by a count, the first in line "
          + "\(branchLines[first])")
    }
    branchLines.append(written.place.line)
    branchPlaces[name] = branchNames.count
    branchNames.append(name)
    branches.append(branch)
  }

  /// The branch of an entry, and how many of its kind there are where the entry says so, 1 to
  /// `mostBranches`.
  private mutating func readBranch(_ entry: YAMLValue.Entry) -> (branch: Branch?, count: Int?) {
    guard let section = Section(entry.value, as: ScenarioReader.branchShape, problems) else {
      return (nil, nil)
    }
    let most = ScenarioReader.mostBranches
    let count = section.read("count", hint: { _ in ", at most \(most)" }) {
      ScenarioReader.whole($0, in: 1...most)
    }
    return (readBranch(section, entry), count)
  }

  /// The branch of a section.
  ///
  /// - Returns: `nil` where a term is refused; all of them are read before.
  private mutating func readBranch(_ section: Section, _ entry: YAMLValue.Entry) -> Branch? {
    let title = section.read("title") { ScenarioReader.text($0) }
    let code = readCode(section, of: BranchID(branchNames.count))
    let zone = zone(section, "zone")
    let calendar = calendar(section, "calendar")
    let opens = section.read("opens", ScenarioReader.timeOfDay)
    let closes = section.read("closes", ScenarioReader.endOfDay)
    let cutOff = section.read("customer-cut-off", ScenarioReader.endOfDay)
    let releases = runs(section, "releases", opens, closes)
    let postings = runs(section, "postings", opens, closes)
    let exchange = section.read("exchange-desk", ScenarioReader.hours)
    let review = section.read("review-desk", ScenarioReader.hours)
    let inward = readInward(section)
    guard let zone, let calendar, let opens, let closes, let releases, let postings,
      inward != nil || !section.has("inward")
    else {
      return nil
    }
    checkCutOff(cutOff, "customer-cut-off", after: opens, section)
    let desk = Desk(zone: zone, days: OperatingDays(calendar), section: section, entry: entry)
    func hours(_ from: WallTime, _ to: WallTime, _ cutOff: WallTime?, _ key: String)
      -> OperatingHours?
    {
      self.hours(of: desk, from, to, cutOff, key)
    }
    guard let branchHours = hours(opens, closes, cutOff, "closes"),
      let exchangeDesk = hours(
        exchange?.from ?? opens, exchange?.to ?? closes, nil, "exchange-desk"),
      let reviewDesk = hours(review?.from ?? opens, review?.to ?? closes, nil, "review-desk")
    else { return nil }
    return Branch(
      name: entry.key, title: title ?? entry.key, code: code, zone: zone, calendar: calendar,
      hours: branchHours, releases: releases, postings: postings, exchangeDesk: exchangeDesk,
      reviewDesk: reviewDesk, inward: inward)
  }

  /// Where hours of a branch stand.
  private struct Desk {
    let zone: Zone
    let days: OperatingDays
    let section: Section
    let entry: YAMLValue.Entry
  }

  /// The hours of a desk on the branch's business days; reports hours that close before they open.
  /// The customer cut-off of a desk is its close.
  private func hours(
    of desk: Desk, _ from: WallTime, _ to: WallTime, _ cutOff: WallTime?, _ key: String
  ) -> OperatingHours? {
    reported(at: desk.section[key] ?? desk.entry.keyValue) { () throws(CalendarError) in
      try OperatingHours(
        zone: desk.zone, days: desk.days, opens: from, customerCutOff: cutOff ?? to, closes: to)
    }
  }

  /// Hours of one day: `09:00-17:00`.
  ///
  /// - Returns: `nil` where the end does not come after the start, or one of them lies past 24:00;
  ///   hours over midnight belong to two days and cannot be given.
  static func hours(_ text: String) -> (from: WallTime, to: WallTime)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = timeOfDay(String(parts[0])),
      let to = endOfDay(String(parts[1])), from < to
    else { return nil }
    return (from, to)
  }

  /// When runs take place; a rhythm needs the hours of the branch to be turned into times. A list
  /// may hold times at which the branch is closed.
  private func runs(_ section: Section, _ key: String, _ opens: WallTime?, _ closes: WallTime?)
    -> RunTimes?
  {
    guard let items = section[key]?.items else {
      return section.read(key) { ScenarioReader.rhythm($0, opens, closes) }
    }
    return times(items).map { .at($0) }
  }

  /// `continuous`, or times from the opening on, up to the close but not at it.
  ///
  ///     rhythm("every 30min", 09:00, 10:30)  // 09:00, 09:30, 10:00
  ///
  /// - Returns: `nil` for a rhythm below a minute, above a day, or not of whole seconds. Where the
  ///   hours were refused, `continuous`, so that the rhythm is not refused with them.
  private static func rhythm(_ text: String, _ opens: WallTime?, _ closes: WallTime?)
    -> RunTimes?
  {
    if text == "continuous" { return .continuous }
    guard text.hasPrefix("every "), let every = TimeSpan(text.dropFirst(6)),
      every >= .minute, every <= .day, every.microseconds % 1_000_000 == 0
    else { return nil }
    guard let opens, let closes, opens < closes else { return .continuous }
    let step = Int(every.microseconds / 1_000_000)
    return .at(
      stride(from: Int(opens.seconds), to: Int(closes.seconds), by: step)
        .map { WallTime(seconds: Int32($0)) })
  }

  /// Times of a day before 24:00, each later than the one before.
  ///
  ///     cycles.times[1]: found '11:00', expected a time after 12:00
  ///
  /// - Returns: `nil` where one cannot be read, or there is none; a time out of order is reported
  ///   and kept.
  func times(_ items: [YAMLValue]) -> [WallTime]? {
    var times: [WallTime] = []
    for item in items {
      guard let time = item.read(.time, problems, ScenarioReader.timeOfDay) else { continue }
      if let last = times.last, time <= last {
        problems.add(item, "found \(item.found), expected a time after \(last)")
      }
      times.append(time)
    }
    return times.isEmpty || times.count < items.count ? nil : times
  }
}
