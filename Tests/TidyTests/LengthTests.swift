import Testing

@Suite("Lengths are counted from the declaration to its closing brace") struct LengthTests {
  /// A function whose body has so many lines.
  private func function(ofLines count: Int) -> String {
    (["func f() {"] + Array(repeating: "  step()", count: count - 2) + ["}"])
      .joined(separator: "\n") + "\n"
  }

  @Test("40 lines are enough for a function, 41 are found", arguments: [(40, 0), (41, 1)])
  func functionOfLines(count: Int, findings: Int) {
    let file = ProjectFile(path: "Sources/X/Y.swift", text: "\n" + function(ofLines: count))
    #expect(Lengths.findings(in: file).count == findings)
  }

  @Test("A finding names the function, its line and its length") func sentence() {
    let file = ProjectFile(path: "Sources/X/Y.swift", text: "\n" + function(ofLines: 41))
    #expect(
      Lengths.findings(in: file) == [
        "Sources/X/Y.swift:2: found `func f` of 41 lines: give its parts names of their own, 40 "
          + "lines at most"
      ])
  }

  @Test("300 lines are enough for a file, 301 are found", arguments: [(300, 0), (301, 1)])
  func fileOfLines(count: Int, findings: Int) {
    let text = String(repeating: "step()\n", count: count)
    #expect(
      Lengths.findings(in: ProjectFile(path: "Sources/X/Y.swift", text: text)).count == findings)
  }

  @Test("Functions are told apart from calls, requirements and closures in their defaults")
  func declarations() {
    let code = """
      protocol P {
        func required(_ a: Int)
          -> Int
        var asked: Int { get }
      }
      struct S {
        init?(a: Int = { 1 }()) {
          self.init(b: 2)
        }
        var computed: Int {
          1
        }
        let stored = make { 1 }
        func many(
          a: Int
        ) throws
          -> Int
        { if a { b() } else { c() } }
        subscript(i: Int) -> Int { i }
      }
      """
    let found = Lengths.functions(of: code)
    #expect(
      found.map { "\($0.name) \($0.line) \($0.lines)" } == [
        "init? 7 3", "var computed: Int 10 3", "func many 14 5", "subscript 19 1",
      ])
  }
}
