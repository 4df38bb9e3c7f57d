import Foundation
import Testing

@Suite("bisect finds the first differing event of scenarios and traces") struct BisectTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    let text = try folder.text("two-branches.yaml")
    try folder.write(
      text.replacingOccurrences(of: "processing: 10min", with: "processing: 11min"),
      to: "slower.yaml")
  }

  private func nostro(_ arguments: String...) throws -> Command.Ending {
    try Command.nostro(arguments, in: folder)
  }

  @Test("Two scenarios, told on the clocks of those concerned") func scenarios() throws {
    let ending = try nostro("bisect", "two-branches.yaml", "slower.yaml")
    #expect(ending.code == 1 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "bisect")
    #expect(folder.names(in: ".") == ["slower.yaml", "two-branches.yaml"], "nothing is written")
  }

  @Test("Two traces tell the same as the scenarios of which they are") func traces() throws {
    for name in ["two-branches", "slower"] {
      let ending = try nostro("trace", "\(name).yaml", "--model", "batch", "--out", "\(name).csv")
      #expect(ending.code == 0 && ending.output.isEmpty && ending.errors.isEmpty)
    }
    let ofTraces = try nostro("bisect", "two-branches.csv", "slower.csv")
    let mixed = try nostro("bisect", "two-branches.csv", "slower.yaml", "--model", "batch")
    let expected = try nostro("bisect", "two-branches.yaml", "slower.yaml", "--model", "batch")
      .output
    #expect(ofTraces.code == 1 && mixed.code == 1)
    // A trace knows the name of its model and not its title.
    let told = ofTraces.output.replacingOccurrences(of: ".csv", with: ".yaml")
      .replacingOccurrences(of: "two-branches, batch", with: "two-branches, Correspondent banking")
    #expect(told == expected)
    #expect(mixed.output.replacingOccurrences(of: ".csv", with: ".yaml") == expected)
  }

  @Test("What is the same is said to be, model by model") func same() throws {
    let ending = try nostro("bisect", "two-branches.yaml", "slower.yaml", "--model", "token")
    #expect(ending.code == 0)
    #expect(
      ending.output == "two-branches, Tokenized deposits, replication 0: all events of "
        + "two-branches.yaml and slower.yaml are the same, and so is what they post\n")
    let all = try nostro("bisect", "two-branches.yaml", "two-branches.yaml")
    #expect(all.code == 0 && all.output.split(separator: "\n").count == 2)
  }

  @Test("Another replication or seed gives other payments, and is refused") func refused() throws {
    for (name, arguments) in [("a", ["--replication", "1"]), ("b", ["--seed", "8"])] {
      let ending = try Command.nostro(
        ["trace", "two-branches.yaml", "--model", "batch", "--out", "\(name).csv"] + arguments,
        in: folder)
      #expect(ending.code == 0)
    }
    let first = try nostro("bisect", "a.csv", "two-branches.yaml")
    #expect(
      first.code == 65
        && first.errors
          == "error: a.csv and two-branches.yaml: found replications 1 and 0: expected "
          + "runs of one replication\n"
    )
    #expect(try nostro("bisect", "a.csv", "two-branches.yaml", "--replication", "1").code == 0)
    #expect(
      try nostro("bisect", "b.csv", "two-branches.yaml").errors.contains("found seeds 8 and 7"))
  }

  @Test("A trace that is cut off or none is refused") func badTraces() throws {
    #expect(
      try nostro("trace", "two-branches.yaml", "--model", "batch", "--out", "whole.csv").code == 0)
    let text = try folder.text("whole.csv")
    try folder.write(String(text.prefix(text.count / 2)), to: "half.csv")
    let half = try nostro("bisect", "half.csv", "whole.csv")
    #expect(half.code == 65 && half.errors.hasPrefix("error: half.csv: "))
    try folder.write("nostro-trace,1\n", to: "head.csv")
    #expect(try nostro("bisect", "head.csv", "whole.csv").code == 65)
    #expect(try nostro("bisect", "absent", "whole.csv").code == 66)
    #expect(try nostro("bisect", "two-branches.yaml", "slower.yaml", "--model", "x").code == 65)
    let several = try nostro("trace", "two-branches.yaml", "--out", "x.csv")
    #expect(
      several.code == 65 && several.errors.contains("found 2 models, expected --model with one"))
  }
}
