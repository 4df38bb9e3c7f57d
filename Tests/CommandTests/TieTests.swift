import Foundation
import Testing

@Suite("Shuffled ties and budgets of events") struct TieTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func run(_ arguments: String...) throws -> Command.Ending {
    try Command.nostro(["run", "two-branches.yaml", "--quiet"] + arguments, in: folder)
  }

  @Test("Equal seeds of ties give equal bytes, and the files say so")
  func equalBytes() throws {
    for out in ["one", "two"] {
      let ending = try run(
        "--shuffle-ties", "7", "--out", out, "--threads", out == "one" ? "1" : "2")
      #expect(ending.code == 0 && ending.errors.isEmpty)
      #expect(ending.output.hasPrefix("Simultaneous events are shuffled by seed 7.\n"))
    }
    #expect(try folder.contents(of: "one") == folder.contents(of: "two"))
    #expect(try folder.text("one/manifest.json").contains("\"shuffled_ties\": 7"))
    let page = try folder.text("one/report.html")
    #expect(page.contains("shuffled by seed 7") && page.contains("--shuffle-ties 7"))
  }

  @Test("Without the option no file speaks of ties") func silence() throws {
    #expect(try run("--out", "out").code == 0)
    for (name, bytes) in try folder.contents(of: "out") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("shuffle"), "\(name)")
    }
  }

  /// Payments both ways of one instant, together more than a pool holds, so that the order decides
  /// what it draws from the other.
  private static let both = ["NYC, to: LDN", "LDN, to: NYC"].enumerated().flatMap { way, ends in
    (1...4).map { number in
      "      - {id: both-\(way)-\(number), at: 2026-03-06T15:00:00Z, from: \(ends), currency: USD, "
        + "amount: \(number)M}\n"
    }
  }.joined()

  @Test("check says which models move, and fails where no reason is given")
  func moved() throws {
    let text = try folder.text("two-branches.yaml")
    try folder.write(
      text.replacingOccurrences(of: "    payments:\n", with: "    payments:\n" + TieTests.both),
      to: "two-branches.yaml")
    let arguments = ["check", "two-branches.yaml", "--quiet", "--shuffle-ties", "1"]
    let bare = try Command.nostro(arguments, in: folder)
    #expect(bare.code == 1 && bare.errors.isEmpty)
    try Snapshot.expect(bare.output, as: "check-ties")
    try folder.write(
      "scenario,model,because\ntwo-branches,token,\"a run, its queue\"\ntwo-branches,batch,runs\n",
      to: "TieOrder.csv")
    let explained = try Command.nostro(arguments, in: folder)
    #expect(explained.code == 0)
    #expect(explained.output.contains(": a run, its queue\n"))
  }

  @Test("A replication past its budget ends with 65 and leaves nothing behind")
  func budget() throws {
    let ending = try run("--max-events", "100", "--out", "out")
    #expect(ending.code == 65 && ending.output.isEmpty)
    #expect(
      ending.errors == """
        error: two-branches: model 'batch', replication 0: 100 events took it to \
        2026-03-05T18:30:00Z only; 30 of the last 100 were release runs; --max-events allows more, \
        a shorter run needs fewer

        """)
    #expect(folder.names(in: "out") == [])
    for command in ["compare", "size", "check"] {
      let arguments = [command, "two-branches.yaml", "--quiet", "--max-events", "100"]
      let other = try Command.nostro(
        arguments + (command == "check" ? [] : ["--out", "out"]), in: folder)
      #expect(other.code == 65 && other.errors.contains("--max-events allows more"))
      #expect(folder.names(in: "out") == [])
    }
    let none = try run("--max-events", "0")
    #expect(none.code == 64)
  }
}
