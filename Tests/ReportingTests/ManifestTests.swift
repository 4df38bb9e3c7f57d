import Foundation
import Outcomes
import Reporting
import Testing

@Suite struct ManifestTests {
  @Test("the manifest names everything that makes the run again, in one order")
  func keys() throws {
    let text = Manifest.json(Week.comparison(rows: []), identity: Week.identity)
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map {
      String($0.split(separator: "\"")[1])
    }
    #expect(
      keys == [
        "format", "scenario", "title", "scenario_digest", "seed", "replications", "from_utc",
        "until_utc", "horizon_utc", "reporting_currency", "version", "zone_data_version", "models",
      ])
    #expect(text.contains("\"horizon_utc\": \"2026-03-14T05:00:00Z\""))
    #expect(text.contains("\"seed\": 7,"))
  }

  @Test(
    "any name survives JSON", arguments: ["\"quoted\" \\ 中文", "tab\tline\nbell\u{7}", "</script>"])
  func names(_ name: String) throws {
    let text = Manifest.json(
      Week.comparison(header: Week.header(name: name), rows: []), identity: Week.identity)
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(read?["scenario"] as? String == name)
    let models = try #require(read?["models"] as? [[String: Any]])
    let prints = try #require(models[1]["fingerprints"] as? [String: String])
    #expect(prints["books"] == "\(Week.token.books)")
  }
}
