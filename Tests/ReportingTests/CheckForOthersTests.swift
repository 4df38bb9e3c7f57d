import Foundation
import MeasureLiterals
import Measures
import Testing
import Vocabulary

@testable import Outcomes
@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("check tells build servers what it found, whatever names say") struct CheckForOthersTests {
  /// Names that mean something to XML, to a runner and to Markdown.
  private static let hostile = "a,b:c%0A::error::\n]]><script>|`*[x](y)\u{1B}[2J&\"'@team"

  private func scenario(_ name: String, holds: Bool, _ state: OutcomeMovement.State)
    -> CheckedScenario
  {
    let verdict = Verdict(
      that: "batch.late <= 1%", because: name, line: 12,
      left: [Verdict.Term(factor: 1, model: name, metric: "late", scope: "all")],
      limit: .value(.atMost, 0.01), unit: "share",
      found: Estimate(mean: 0.2, interval: nil, replications: 1),
      distance: Estimate(mean: 0.19, interval: nil, replications: 1), holds: holds)
    let figures =
      state.isMoved
      ? [
        FigureMovement(
          model: name, title: name, metric: "late", scope: "all", unit: "share",
          before: Estimate(mean: 0.1, interval: nil, replications: 5),
          after: Estimate(mean: 0.2, interval: nil, replications: 5))
      ] : []
    return CheckedScenario(
      file: "\(name).yaml", name: name, replications: 5, verdicts: [verdict],
      movement: OutcomeMovement(
        scenario: name, replications: 5,
        models: [OutcomeMovement.ModelMovement(name: name, title: name, state: state)],
        figures: figures,
        comparedFigures: state == .absent ? 0 : 3, figureAbsence: state.absence,
        isFileChanged: false))
  }

  /// The names of all elements with their attributes, as a parser reads them.
  private func read(_ text: String) throws -> [(name: String, attributes: [String: String])] {
    let reader = AttributeReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return reader.elements
  }

  @Test("JUnit: a suite a scenario, a case an expectation, a fingerprint, the figures")
  func junit() throws {
    let text = JUnitXML.text([
      scenario("week", holds: false, .outcomes), scenario("day", holds: true, .absent),
    ])
    let elements = try read(text)
    #expect(
      elements.map(\.name) == [
        "testsuites", "testsuite", "testcase", "failure", "testcase", "failure", "testcase",
        "failure", "testsuite", "testcase", "testcase", "skipped", "testcase", "skipped",
      ])
    #expect(elements[0].attributes["tests"] == "6" && elements[0].attributes["failures"] == "3")
    #expect(elements[1].attributes["failures"] == "3" && elements[8].attributes["skipped"] == "2")
    #expect(
      elements.filter { $0.name == "testcase" }.map { $0.attributes["name"] } == [
        "line 12: batch.late <= 1%", "fingerprint of week", "figures", "line 12: batch.late <= 1%",
        "fingerprint of day", "figures",
      ])
    #expect(elements[3].attributes["message"]?.hasSuffix("too high by 19.0 pp: week") == true)
    #expect(elements[13].attributes["message"] == "none is committed")
  }

  @Test("JUnit: what failed, what moved and what is not compared are told apart") func types()
    throws
  {
    let found = [scenario("week", holds: false, .outcomes), scenario("day", holds: true, .absent)]
    func types(_ isStrict: Bool, _ strays: [String] = []) throws -> [String?] {
      try read(JUnitXML.text(found, strays: strays, isStrict: isStrict))
        .filter { $0.name == "failure" }.map { $0.attributes["type"] }
    }
    #expect(try types(false) == ["failed", "moved", "moved"])
    #expect(
      try types(true, ["rows of 'gone'"])
        == ["failed", "moved", "moved", "not compared", "not compared", "not compared"])
    var stale = scenario("year", holds: true, .same)
    stale.movement?.isFileChanged = true
    let strict = try read(JUnitXML.text([stale], isStrict: true))
    #expect(strict[0].attributes["failures"] == "1")
    #expect(try read(JUnitXML.text([stale]))[0].attributes["failures"] == "0")
  }

  /// The attributes that Jenkins' xunit-plugin allows and requires: `junit-10.xsd`, 2025.
  private static let shape: [String: (required: Set<String>, more: Set<String>)] = [
    "testsuites": ([], ["name", "time", "tests", "failures", "errors"]),
    "testsuite": (
      ["name", "tests", "failures", "errors"],
      ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"]
    ),
    "testcase": (["name"], ["time", "classname", "group"]),
    "failure": ([], ["type", "message"]), "skipped": ([], ["type", "message"]),
  ]

  @Test(
    "JUnit: elements and times are those of the schema, and times of cases sum to their suite's")
  func schema() throws {
    var timed = scenario("week", holds: false, .outcomes)
    timed.seconds = 1_234.5
    let elements = try read(
      JUnitXML.text([timed, scenario("day", holds: true, .absent)], strays: ["x"], isStrict: true))
    for element in elements {
      let (required, more) = try #require(CheckForOthersTests.shape[element.name])
      let names = Set(element.attributes.keys)
      #expect(names.isSuperset(of: required) && names.isSubset(of: required.union(more)))
    }
    #expect(elements.prefix(2).map { $0.attributes["time"] } == ["1234.500000", "1234.500000"])
    let cases = elements.filter { $0.attributes["classname"] == "week" }
    #expect(cases.map { $0.attributes["time"] } == ["411.500000", "411.500000", "411.500000"])
    #expect(
      elements.allSatisfy { $0.attributes["classname"] != "day" || $0.attributes["time"] == nil })
  }

  @Test("JUnit stays well-formed whatever names say") func hostileXML() throws {
    let elements = try read(
      JUnitXML.text([scenario(CheckForOthersTests.hostile, holds: false, .books)]))
    #expect(elements.count == 8)
    // The escape character has no place in XML 1.0.
    let name = CheckForOthersTests.hostile.replacing("\u{1B}", with: "\u{FFFD}")
    #expect(elements[2].attributes["classname"] == name)
  }

  // docs.github.com, "Workflow commands": data escapes %, CR, LF; properties : and , as well.
  @Test("GitHub: a command a line, escaped as its runner reads it") func commands() {
    #expect(
      GitHubText.command("error", "a,b:c%.yaml", line: 3, title: "x:y,\r\n", "50 % of a:b,\nc\r")
        == "::error file=a%2Cb%3Ac%25.yaml,line=3,title=x%3Ay%2C%0D%0A::50 %25 of a:b,%0Ac%0D\n")
    let text = GitHubText.annotations([
      scenario("week", holds: false, .outcomes), scenario("day", holds: true, .absent),
      scenario("year", holds: true, .same),
    ])
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix(
        "::error file=week.yaml,line=12,title=week%3A an expectation fails::week, l"))
    #expect(
      lines[1].hasPrefix("::error file=week.yaml,title=week%3A outcomes moved::week, week: p"))
    #expect(lines[1].contains("%0Afirst differing event%3A") == false)
    #expect(lines[1].contains("%0Afirst differing event: with each build"))
    #expect(
      lines[2].hasPrefix(
        "::notice file=day.yaml,title=day%3A not all is compared::fingerprints and figures are not "
          + "compared: none is committed%0Anostro check day.yaml --update"))
    let strict = GitHubText.annotations([scenario("day", holds: true, .absent)], isStrict: true)
    #expect(strict.hasPrefix("::error file=day.yaml"))
  }

  @Test("GitHub: ten of a kind are shown, and one of another kind says how many more there are")
  func many() {
    func lines(_ count: Int) -> [Substring] {
      GitHubText.annotations((0..<count).map { scenario("s\($0)", holds: false, .same) })
        .split(separator: "\n")
    }
    #expect(lines(10).count == 10)
    let eleven = lines(11)
    #expect(eleven.count == 11 && eleven[9].hasPrefix("::error file=s9.yaml"))
    #expect(eleven[10].hasPrefix("::warning title=1 more error::GitHub shows 10 of a kind"))
    let mixed = GitHubText.annotations(
      (0..<12).map { scenario("s\($0)", holds: false, .same) }
        + (0..<13).map { scenario("t\($0)", holds: true, .absent) }
    ).split(separator: "\n")
    #expect(mixed.count == 22)
    #expect(mixed[10].hasPrefix("::warning title=2 more errors::"))
    #expect(mixed[21].hasPrefix("::warning title=3 more notices::"))
  }

  @Test("GitHub: files have their paths from the root of the repository") func paths() {
    let text = GitHubText.annotations([scenario("week", holds: false, .same)]) { "sub/\($0)" }
    #expect(text.hasPrefix("::error file=sub/week.yaml,line=12,"))
  }

  @Test("GitHub: no name begins a command of its own") func hostileCommands() {
    let text = GitHubText.annotations([scenario(CheckForOthersTests.hostile, holds: false, .order)])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    #expect(
      lines.dropLast().allSatisfy { $0.hasPrefix("::error file=a%2Cb%3Ac%250A%3A%3Aerror%3A%3A") })
  }

  @Test("GitHub: the summary is Markdown with what moved and a row for each scenario")
  func summary() {
    let text = GitHubText.summary([
      scenario("week", holds: false, .outcomes), scenario("day", holds: true, .absent),
      scenario("year", holds: true, .same),
    ])
    #expect(
      text == """
        ## Outcomes

        3 scenarios, 3 expectations: 1 fails
        fingerprints: 2 compared, 1 moved, 1 not compared
        figures: 6 compared, 1 moved; those of 1 scenario not compared

        ### week.yaml

        - week, late: 20.0 %, expected at most 1.0 %; too high by 19.0 pp: week
        - week, week: payments end otherwise; the scenario file has not changed: the rules have
        - week, week: the share of late payments rose from 10.0 % to 20.0 % &#40;10.0 pp more; before 10.0 %&#41;

        | scenario | replications | expectations that hold | fingerprints | figures |
        |---|---:|---:|---|---|
        | week | 5 | 0 of 1 | 1 of 1 moved | 1 moved |
        | day | 5 | 1 of 1 | 1 not compared | not compared |
        | year | 5 | 1 of 1 | same | same |

        """)
  }

  @Test("GitHub: names mean nothing to Markdown") func hostileMarkdown() {
    let text = GitHubText.markdown(CheckForOthersTests.hostile)
    #expect(!text.contains { "<>|`*[]()@\n\u{1B}".contains($0) })
    #expect(text.hasPrefix("a,b:c%0A::error:: &#93;&#93;&gt;&lt;script&gt;&#124;&#96;&#42;&#91;x"))
  }
}

extension OutcomeMovement.State {
  /// Nothing is committed.
  fileprivate static let absent = OutcomeMovement.State.notCompared(.nothing)
}

/// Collects elements in the order of their starts.
private final class AttributeReader: NSObject, XMLParserDelegate {
  var elements: [(name: String, attributes: [String: String])] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }
}
