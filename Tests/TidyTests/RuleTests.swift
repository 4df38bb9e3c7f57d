import Testing

@Suite("The rules find what they forbid, and nothing else") struct RuleTests {
  /// Every rule with one of its samples.
  private static let samples = Rule.all.indices.flatMap { rule in
    Rule.all[rule].breaks.map { (rule, $0, 1) } + Rule.all[rule].keeps.map { (rule, $0, 0) }
  }

  @Test(
    "A rule finds each line that breaks it and passes each that looks alike", arguments: samples)
  func samplesAreTold(rule place: Int, line: String, findings: Int) {
    let rule = Rule.all[place]
    let beginning = rule.place.beginnings[0]
    let path = beginning.hasSuffix("/") ? beginning + "Sample.swift" : beginning
    let file = ProjectFile(path: path, text: "import Vocabulary\n\(line)\n")
    #expect(rule.findings(in: file).count == findings, "\(line)")
  }

  @Test("Every rule has lines that break it, and lines that keep it") func rulesHaveSamples() {
    for rule in Rule.all {
      #expect(!rule.breaks.isEmpty && !rule.keeps.isEmpty, "\(rule.pattern)")
    }
  }

  @Test("A finding names file, line, what was found and what to write instead") func sentence() {
    let file = ProjectFile(path: "Sources/Settlement/Sample.swift", text: "\n\nlet a = Date()\n")
    #expect(
      Rule.all[0].findings(in: file) == [
        "Sources/Settlement/Sample.swift:3: found `Date()`: take the simulated time, `Clock.now`, "
          + "or an `Instant` from the scenario"
      ])
  }

  @Test("The command line may look at the clock, the layers below may not") func placesDiffer() {
    let text = "let start = ContinuousClock.now\n"
    let below = ProjectFile(path: "Sources/Settlement/Sample.swift", text: text)
    let line = ProjectFile(path: "Sources/Commands/Simulation/Sample.swift", text: text)
    #expect(Rule.all.flatMap { $0.findings(in: below) }.count == 1)
    #expect(Rule.all.flatMap { $0.findings(in: line) }.isEmpty)
  }

  @Test(
    "Strings and comments are left out, what is interpolated stays",
    arguments: [
      (#"a "b" c"#, "a     c"), (#"a "\(b)" c"#, "a   (b)  c"), (#"a "\"b" c"#, "a       c"),
      (##"a #"b " \(c)"# d"##, "a              d"), (##"#"\#(b)"# c"##, "    (b)   c"),
      ("a // b\nc", "a     \nc"), ("a /* b /* c */ d */ e", "a                   e"),
      ("\"\"\"\n b \" c\n\"\"\" d", "   \n      \n    d"),
      (#""\(f("x") + b)" c"#, "  (f(   ) + b)  c"),
      ("#if a\nb", "#if a\nb"), (#"a "// b" c"#, "a        c"), (#""a"#, "  "),
    ])
  func stripping(text: String, code: String) {
    #expect(SourceText.code(of: text) == code)
  }

  @Test("Comments stay where they are asked for, strings do not") func keepsComments() {
    #expect(SourceText.code(of: #"a "b" // c"#, keepingComments: true) == "a     // c")
  }
}
