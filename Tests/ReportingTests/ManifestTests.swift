import Foundation
import Outcomes
import Reporting
import Testing
import Vocabulary

@Suite struct ManifestTests {
  @Test("the manifest names everything that makes the run again, in one order")
  func keys() throws {
    let text = Manifest.json(
      Week.comparison(rows: []), identity: Week.identity,
      files: [ListedFile(name: "a.csv", bytes: 3, digest: Digest(at: 10))])
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map {
      String($0.split(separator: "\"")[1])
    }
    #expect(
      keys == [
        "format", "scenario", "title", "scenario_digest", "seed", "replications", "from_utc",
        "until_utc", "horizon_utc", "reporting_currency", "version", "zone_data_version", "models",
        "files",
      ])
    #expect(text.contains("\"horizon_utc\": \"2026-03-14T05:00:00Z\""))
    #expect(text.contains("\"seed\": 7,"))
    #expect(
      try Manifest.listed(in: text) == [
        ListedFile(name: "a.csv", bytes: 3, digest: Digest(at: 10))
      ])
  }

  @Test("an entry is put for another, and only where the file is listed") func amended() throws {
    let (old, other) = (
      ListedFile(name: "report.html", bytes: 3, digest: Digest(at: 10)),
      ListedFile(name: "a.csv", bytes: 3, digest: Digest(at: 10))
    )
    let text = Manifest.json(
      Week.comparison(rows: []), identity: Week.identity, files: [other, old])
    let new = ListedFile(name: "report.html", bytes: 4, digest: Digest(at: 11))
    let amended = Manifest.amended(text, with: new)
    #expect(try Manifest.listed(in: amended) == [other, new])
    #expect(Manifest.amended(amended, with: old) == text)
    #expect(
      Manifest.amended(text, with: ListedFile(name: "b.csv", bytes: 0, digest: Digest())) == text)
    #expect(Manifest.amended("no JSON", with: new) == "no JSON")
  }

  @Test(
    "a manifest without the list of its files is refused",
    arguments: [
      ("{", "line 1"), ("{}", "expected format 2"),
      (#"{"format": 1}"#, "expected format 2, found 1"),
      (#"{"format": 2}"#, "$.files: expected the list of the run's files"),
      (#"{"format": 2, "files": [{"name": "a"}]}"#, "$.files[0]"),
    ])
  func unreadable(_ text: String, _ sentence: String) {
    do {
      _ = try Manifest.listed(in: text)
      Issue.record("it was read")
    } catch { #expect(error.description.contains(sentence)) }
  }

  @Test(
    "any name survives JSON", arguments: ["\"quoted\" \\ 中文", "tab\tline\nbell\u{7}", "</script>"])
  func names(_ name: String) throws {
    let text = Manifest.json(
      Week.comparison(header: Week.header(name: name), rows: []), identity: Week.identity, files: []
    )
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(read?["scenario"] as? String == name)
    let models = try #require(read?["models"] as? [[String: Any]])
    let prints = try #require(models[1]["fingerprints"] as? [String: String])
    #expect(prints["books"] == "\(Week.token.books)")
  }
}
