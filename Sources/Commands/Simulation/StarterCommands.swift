import ArgumentParser
import Experiments
import Foundation
import Reporting
import Scenarios
import Vocabulary

/// `nostro schema`: the shape of scenario files, for editors, and of what commands print.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema (draft-07) of scenario files, or of a document.",
    discussion: """
      Example: nostro schema > Scenarios/scenario.schema.json
      Example: nostro schema --of compare
      """)

  @Option(
    help: ArgumentHelp(
      "A document instead: \(DocumentSchemas.names.joined(separator: ", ")).",
      valueName: "document"), completion: .list(DocumentSchemas.names))
  var of: String?

  func run() throws {
    guard let of else { return try Output.write(ScenarioFile.schema) }
    guard let schema = DocumentSchemas.text(of: of) else {
      throw Failure.badInput(
        "no document '\(of)'" + NearestName.question(of, among: DocumentSchemas.names))
    }
    try Output.write(schema)
  }
}

/// `nostro init`: a first scenario to change.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented starter scenario that runs.",
    discussion: "Example: nostro init my-bank.yaml && nostro compare my-bank.yaml")

  @Argument(help: "The file to write; it must not exist.", completion: .file())
  var path = "scenario.yaml"

  func run() throws {
    try write(ScenarioStarter.text, to: path)
    try Output.write("\(path)\n")
    // The first line of the scenario points an editor to the schema beside it.
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let schema = (folder + ["scenario.schema.json"]).joined(separator: "/")
    guard !FileManager.default.fileExists(atPath: schema) else { return }
    try write(ScenarioFile.schema, to: schema)
    try Output.write("\(schema)\n")
  }

  /// Writes a new file; one that exists is left as it is.
  private func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      let reason = errno == EEXIST ? "exists already and is left as it is" : "cannot be written"
      throw Failure.noOutput("\(path): \(reason)")
    }
    let output = OpenOutput(file, called: path)
    do {
      try output.write(text)
      try output.synchronize()
    } catch {
      // It was made here: half a scenario helps nobody.
      unlink(path)
      throw error
    }
  }
}
