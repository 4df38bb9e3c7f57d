/// One layer of the house and the modules that it may know.
struct Layer: Sendable {
  /// The target and its folder in `Sources`; `Benchmarks` is a package of its own there.
  let name: String
  /// The modules that its files may import.
  let mayImport: [String]

  /// The layers from the ground up; the order of `Sources/README.md` tells their story.
  static let all = [
    Layer(name: "Vocabulary", mayImport: []),
    Layer(name: "CGSL", mayImport: []),
    Layer(name: "CLanes", mayImport: []),
    Layer(name: "Calendars", mayImport: ["Vocabulary"]),
    Layer(name: "EventKernel", mayImport: ["Vocabulary"]),
    Layer(name: "Chance", mayImport: ["Vocabulary", "CGSL"]),
    Layer(name: "Bookkeeping", mayImport: ["Vocabulary"]),
    Layer(name: "Measures", mayImport: ["Vocabulary"]),
    Layer(name: "Liquidity", mayImport: ["Vocabulary", "CGSL", "CLanes"]),
    Layer(
      name: "Scenarios", mayImport: ["Vocabulary", "Calendars", "Chance", "Measures", "Yams"]),
    Layer(
      name: "Settlement",
      mayImport: [
        "Vocabulary", "Calendars", "EventKernel", "Chance", "Bookkeeping", "Liquidity", "Scenarios",
      ]),
    Layer(
      name: "Outcomes",
      mayImport: ["Vocabulary", "Bookkeeping", "Measures", "Scenarios", "Liquidity", "CGSL"]),
    Layer(
      name: "Reporting",
      mayImport: ["Vocabulary", "Bookkeeping", "Measures", "Outcomes", "Mustache"]),
    Layer(
      name: "Experiments",
      mayImport: [
        "Vocabulary", "Calendars", "Bookkeeping", "Liquidity", "Measures", "Scenarios",
        "Settlement", "Outcomes", "Reporting", "Foundation", "Synchronization",
      ]),
    Layer(name: "Nostro", mayImport: ours),
    Layer(
      name: "Commands",
      mayImport: ours + ["ArgumentParser", "Dispatch", "Foundation", "Synchronization"]),
    Layer(name: "Benchmarks", mayImport: ours + ["CLanes", "HeapModule", "Foundation"]),
  ]

  private static let ours = [
    "Vocabulary", "Calendars", "EventKernel", "Chance", "Bookkeeping", "Measures", "Liquidity",
    "Scenarios", "Settlement", "Outcomes", "Reporting", "Experiments",
  ]

  /// The files below the command line that may import Foundation, and why.
  static let filesOnFoundation = [
    "Sources/Calendars/Clock/Zone+Compile.swift": "the rules of time zones, read before the run",
    "Sources/Scenarios/File/Folder.swift": "finding the scenario's files",
    "Sources/Scenarios/File/ReadableFile.swift": "reading files",
    "Sources/Scenarios/File/Payments/Messages/CustomerTransfersParser.swift": "parsing XML",
    "Sources/Reporting/Charts/Scale.swift": "logarithms",
    "Sources/Reporting/Charts/Ticks.swift": "logarithms",
  ]

  /// A sentence for each import of a file that its layer does not allow.
  static func findings(in file: ProjectFile) -> [String] {
    let folder = folder(of: file)
    let allowed = all.first { $0.name == folder }?.mayImport ?? []
    return imports(of: file).compactMap { line, module in
      if allowed.contains(module) { return nil }
      if ["Foundation", "FoundationXML"].contains(module), filesOnFoundation[file.path] != nil {
        return nil
      }
      let known = allowed.isEmpty ? "nothing" : allowed.joined(separator: ", ")
      return "\(file.path):\(line): found `import \(module)`: \(folder) may import \(known)"
    }
  }

  /// The name of the layer that a file of the sources lies in.
  static func folder(of file: ProjectFile) -> String {
    let folders = file.path.split(separator: "/")
    return folders.count > 1 ? String(folders[1]) : ""
  }

  /// The modules that a file imports, with their lines.
  static func imports(of file: ProjectFile) -> [(line: Int, module: String)] {
    let pattern =
      #"^\s*(?:@\w+(?:\([^)]*\))?\s+|public\s+|package\s+|internal\s+|fileprivate\s+|private\s+)*"#
      + #"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)"#
    return Match.all(of: pattern, in: file.code).map { ($0.line, $0.groups[0]) }
  }

  /// What the manifest lets each target know, by target.
  static func manifest(_ text: String) -> [(name: String, knows: [String])] {
    let pattern =
      #"(?:layer\(\s*|executableTarget\(\s*name:\s*)"(\w+)",\s*(?:dependencies:\s*)?\[([^\]]*)\]"#
    let products = [
      "argumentParser": "ArgumentParser", "yams": "Yams", "mustache": "Mustache",
    ]
    return Match.all(of: pattern, in: text).map { match in
      let knows = Match.all(of: #"\w+"#, in: match.groups[1]).map { products[$0.text] ?? $0.text }
      return (match.groups[0], knows)
    }
  }

  /// The layers that a manifest opens to other packages under the name of a library.
  static func library(_ name: String, in text: String) -> [String] {
    let pattern = #"\.library\(\s*name:\s*""# + name + #"",\s*targets:\s*\[([^\]]*)\]"#
    return Match.all(of: pattern, in: text).flatMap { match in
      Match.all(of: #"\w+"#, in: match.groups[0]).map(\.text)
    }
  }
}
