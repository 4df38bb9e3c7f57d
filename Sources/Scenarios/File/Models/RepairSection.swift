import Chance

extension ScenarioReader {
  /// The work is done in the hours of the sending branch's review desk, in seconds of these hours.
  ///
  /// An instruction is repaired once at most, after its screening and before its release.
  static let repairsShape = Shape(
    name: "repairs", description: "How often instructions are repaired by people.",
    fields: [
      Field("rate", .share, .required, "The share of instructions to correspondents."),
      Field(
        "work", timeForm, .required,
        "How long a repair takes, in the hours of the sending branch's review desk."),
    ])

  /// The time is drawn and counted from the instruction.
  ///
  /// A payment that has been credited by then is not recalled.
  static let recallsShape = Shape(
    name: "recalls", description: "How often payers ask for payments back.",
    fields: [
      Field("rate", .share, .required, "The share of payments."),
      Field(
        "after", timeForm, .required,
        "How long after the instruction."),
    ])

  /// The share of payments that people look at before they are posted, and how long they work on
  /// one, in hours of the receiving branch's review desk.
  static let inwardShape = Shape(
    name: "inward", description: "Work of people on what comes in, before it is posted.",
    fields: [
      Field("share", .share, .required, "The share of incoming payments."),
      Field(
        "work", timeForm, .required,
        "How long, in the hours of the review desk."),
    ])

  /// Reads how often instructions are repaired; never where the key is not given.
  func readRepairs(_ model: Section) -> Repairs? {
    guard model.has("repairs") else { return Repairs(rate: 0, work: .constant(0)) }
    return readWork(model, "repairs", "rate", "work").map { Repairs(rate: $0, work: $1) }
  }

  /// Reads how often payments are recalled; never where the key is not given.
  func readRecalls(_ model: Section) -> Recalls? {
    guard model.has("recalls") else { return Recalls(rate: 0, after: .constant(0)) }
    return readWork(model, "recalls", "rate", "after").map { Recalls(rate: $0, after: $1) }
  }

  /// Reads what people do with payments that come in; `nil` where the key is not given, which means
  /// nothing, and where a term is refused.
  func readInward(_ branch: Section) -> InwardTerms? {
    readWork(branch, "inward", "share", "work").map { InwardTerms(share: $0, work: $1) }
  }

  /// A share and a length of time in seconds, by the names that the two keys have in the section.
  private func readWork(_ section: Section, _ key: String, _ share: String, _ time: String)
    -> (Double, Distribution)?
  {
    guard let terms = section.section(key) else { return nil }
    let share = terms.read(share, ScenarioReader.share)
    let time = self.time(terms, time)
    guard let share, let time else { return nil }
    return (share, time)
  }
}
