import TestSupport
import Testing

@Suite("The layers know only what lies below them") struct LayerTests {
  @Test("No file imports what its layer may not know") func imports() {
    for finding in Project.sources.flatMap(Layer.findings) {
      Issue.record(Comment(rawValue: finding))
    }
  }

  @Test("Every folder of Sources is a layer of the table") func foldersAreLayers() {
    let folders = Set(Project.sources.map(Layer.folder))
    for folder in folders.sorted() where !Layer.all.contains(where: { $0.name == folder }) {
      Issue.record("\(folder): not a layer: name in Layers.swift what it may import")
    }
  }

  @Test("The manifest gives no layer an arrow that the table does not list")
  func manifestKeepsTheTable() throws {
    let targets = Layer.manifest(try Repository.text("Package.swift"))
    #expect(targets.count >= 11)
    for (name, knows) in targets {
      let layer = try #require(Layer.all.first { $0.name == name }, "\(name) is not in the table")
      for module in knows where !layer.mayImport.contains(module) {
        Issue.record("Package.swift: \(name) depends on \(module), which the table does not list")
      }
    }
  }

  @Test("No layer depends on a module that none of its files imports")
  func noIdleDependency() throws {
    let text = try Repository.text("Package.swift")
    for (name, knows) in Layer.manifest(text) {
      let files = Project.sources.filter { $0.path.hasPrefix("Sources/\(name)/") }
      let imported = Set(files.flatMap { Layer.imports(of: $0).map(\.module) })
      for module in knows where !imported.contains(module) {
        Issue.record("Package.swift: \(name) depends on \(module) and imports it nowhere")
      }
    }
  }

  @Test("The library brings every layer but those in C and the program, and lists each by its name")
  func libraryBringsTheLayers() throws {
    let layers = Set(Layer.all.map(\.name)).subtracting([
      "CGSL", "CLanes", "Commands", "Benchmarks",
    ])
    let product = Layer.library("Nostro", in: try Repository.text("Package.swift"))
    #expect(Set(product) == layers)
    let umbrella = Project.sources.filter { Layer.folder(of: $0) == "Nostro" }
    #expect(umbrella.map(\.path) == ["Sources/Nostro/Nostro.swift"])
    let brought = Match.all(of: #"@_exported public import (\w+)"#, in: umbrella[0].code)
    #expect(Set(brought.map { $0.groups[0] }) == layers.subtracting(["Nostro"]))
  }

  @Test("Only the benchmarks know what they are measured against")
  func rivalsStayOutside() throws {
    let text = try Repository.text("Package.swift")
    #expect(!text.contains("swift-collections"))
    #expect(
      try Repository.text("Sources/Benchmarks/Package.swift").contains("swift-collections"))
  }

  @Test("An arrow upwards, sideways or to Foundation is found in each way of writing it")
  func findsArrows() {
    let text = """
      public import Vocabulary
      import Reporting
      @testable import Settlement
      internal import struct Foundation.Data
      // import Yams
      let text = "import Outcomes"
      """
    let file = ProjectFile(path: "Sources/Calendars/Sample.swift", text: text)
    #expect(
      Layer.findings(in: file) == [
        "Sources/Calendars/Sample.swift:2: found `import Reporting`: Calendars may import "
          + "Vocabulary",
        "Sources/Calendars/Sample.swift:3: found `import Settlement`: Calendars may import "
          + "Vocabulary",
        "Sources/Calendars/Sample.swift:4: found `import Foundation`: Calendars may import "
          + "Vocabulary",
      ])
  }

  @Test("The files that may import Foundation exist and do")
  func foundationIsUsed() {
    for path in Layer.filesOnFoundation.keys.sorted() {
      let file = Project.sources.first { $0.path == path }
      let imported = file.map { Layer.imports(of: $0).map(\.module) } ?? []
      #expect(imported.contains("Foundation"), "\(path) no longer needs its exception")
    }
  }

  @Test("The manifest is read with its products and its executables") func readsManifest() {
    let text = """
      layer("Scenarios", ["Vocabulary", yams]),
      .executableTarget(
        name: "Commands",
        dependencies: [
          "Vocabulary", argumentParser,
        ]),
      """
    let targets = Layer.manifest(text)
    #expect(targets.map(\.name) == ["Scenarios", "Commands"])
    #expect(targets.map(\.knows) == [["Vocabulary", "Yams"], ["Vocabulary", "ArgumentParser"]])
  }
}
