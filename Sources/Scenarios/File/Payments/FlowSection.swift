import Vocabulary

extension ScenarioReader {
  /// The three ways to give a flow, in the order in which they are taught.
  static let flowShapes = [generatedShape, listedShape, fileShape]

  /// Payments of a CSV file or of a pacs.008 beside the scenario, told apart by the end of the
  /// name; `zone` is for messages alone, since the times of a CSV file are in UTC.
  ///
  /// The columns stand in this order, each once; `priority` and `deadline_utc` may be empty. A
  /// message names its branches by their codes (`bic`), whoever has none of them is outside.
  static let fileShape = Shape(
    name: "file-flow", description: "A flow whose payments are read from a file.",
    fields: [
      Field(
        "file", .file, .required,
        "A CSV file with the columns \(PaymentFile.columns.joined(separator: ",")), or an ISO 20022 "
          + "message pacs.008 (.xml)."),
      Field(
        "zone", .zone, .leaves("a time without offset is refused"),
        "The clock of the times in a message that say no offset."),
    ])

  /// Reads the flows.
  ///
  /// A flow of lists becomes one for each pair; `flowFamilies` keeps which, so that correlations
  /// may name them by the key of the file.
  mutating func readFlows(_ root: Section) {
    for entry in root.map("flows") {
      let first = flows.count
      readFlow(entry)
      flowFamilies[entry.key] = Array(first..<flows.count)
    }
  }

  /// A flow is of the kind whose key it has, `arrivals`, `payments` or `file`; without one it is
  /// read as a drawn flow, which then misses its keys.
  private mutating func readFlow(_ entry: YAMLValue.Entry) {
    let ways = ["arrivals", "payments", "file"]
    let given = (entry.value.entries ?? []).map(\.key).filter { ways.contains($0) }
    guard given.count <= 1 else {
      problems.add(
        entry.keyValue,
        "found \(given.joined(separator: " and ")), expected one of "
          + ways.joined(separator: ", "))
      return
    }
    switch given.first {
    case "payments": readListedFlow(entry)
    case "file": readFlowOfFile(entry)
    default: readGeneratedFlow(entry)
    }
  }

  /// Reads a flow from its file, by the end of the file's name.
  private mutating func readFlowOfFile(_ entry: YAMLValue.Entry) {
    guard let section = Section(entry.value, as: ScenarioReader.fileShape, problems) else { return }
    if section["file"]?.text?.lowercased().hasSuffix(".xml") == true {
      return readMessageFlow(section, entry)
    }
    if let written = section["zone"] {
      problems.add(written, "the times of a CSV file are in UTC, expected no zone")
    }
    readFileFlow(section, entry)
  }

  /// Takes a flow among those of the scenario. One past `mostExpanded` is reported and left out.
  mutating func add(_ flow: Flow, sigma: Double, at written: YAMLValue) {
    guard fits(flows.count + 1, "flows", at: written) else { return }
    flows.append(Given(entity: flow, written: written))
    sigmas.append(sigma)
  }

  /// Notes that payments take a corridor, with the first place that says so. What a corridor misses is
  /// told there, once, when all models are known.
  mutating func use(_ corridor: Corridor, at place: Problem) {
    if usedCorridors.insert(corridor).inserted { corridors.append((corridor, place)) }
  }

  /// The place of a value, for a problem that is found later.
  func place(of written: YAMLValue) -> Problem {
    Problem(
      file: problems.file, path: written.path, line: written.place.line,
      column: written.place.column, message: "")
  }
}
