import Foundation
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
        comparedFigures: state == .new ? 0 : 3, isFileChanged: false))
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
      scenario("week", holds: false, .outcomes), scenario("day", holds: true, .new),
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
    #expect(elements[13].attributes["message"] == "none committed for this number of replications")
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
      scenario("week", holds: false, .outcomes), scenario("day", holds: true, .new),
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
      lines[2].hasPrefix("::notice file=day.yaml,title=day%3A not all is committed::nostro c"))
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
      scenario("week", holds: false, .outcomes), scenario("day", holds: true, .new),
      scenario("year", holds: true, .same),
    ])
    #expect(
      text == """
        ## Outcomes

        3 scenarios, 3 expectations: 1 fails
        2 committed fingerprints, 6 figures: 1 and 1 moved

        ### week.yaml

        - week, late: 20.0 %, expected at most 1.0 %; too high by 19.0 pp: week
        - week, week: payments end otherwise; the scenario file has not changed: the rules have
        - week, week: the share of late payments rose from 10.0 % to 20.0 % &#40;10.0 pp more; before 10.0 %&#41;

        | scenario | replications | expectations that hold | fingerprints | figures |
        |---|---:|---:|---|---|
        | week | 5 | 0 of 1 | 1 of 1 moved | 1 moved |
        | day | 5 | 1 of 1 | 1 not committed | not committed |
        | year | 5 | 1 of 1 | same | same |

        """)
  }

  @Test("GitHub: names mean nothing to Markdown") func hostileMarkdown() {
    let text = GitHubText.markdown(CheckForOthersTests.hostile)
    #expect(!text.contains { "<>|`*[]()@\n\u{1B}".contains($0) })
    #expect(text.hasPrefix("a,b:c%0A::error:: &#93;&#93;&gt;&lt;script&gt;&#124;&#96;&#42;&#91;x"))
  }
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
