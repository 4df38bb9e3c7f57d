import Outcomes

/// What should hold, beside what was found: published figures, promises, claims of the scenario.
///
/// A failing expectation does not end a run: `check` does.
enum ExpectationTable {
  /// The section; `nil` where the scenario expects nothing.
  ///
  /// How many hold and fail comes first, in words.
  static func section(_ findings: Findings) -> SectionView? {
    let verdicts = findings.comparison.verdicts
    guard !verdicts.isEmpty else { return nil }
    let failing = verdicts.count { !$0.holds }
    let remark =
      failing == 0
      ? verdicts.count == 1
        ? "The expectation of the scenario holds."
        : "All \(verdicts.count) expectations of the scenario hold."
      : verdicts.count == 1
        ? "The expectation of the scenario fails."
        : "\(failing) of \(verdicts.count) expectations of the scenario \(failing == 1 ? "fails" : "fail")."
    var section = SectionView(id: "expectations", title: "What should hold")
    section.remarks = [remark]
    section.tables = [table(verdicts)]
    return section
  }

  /// In the order of the file; the verdict judges the mean alone, whatever the interval says, which
  /// stands beside it for the reader.
  private static func table(_ verdicts: [Verdict]) -> TableView {
    TableView(
      caption: "Expected beside found",
      notes: ["Found: mean over replications ± half the 95 % interval; it alone is judged."],
      corner: "figure", isProse: true, columns: ["expected", "found", "verdict", "because"],
      rows: verdicts.map { verdict in
        TableRowView(
          headings: [HeadingView(text: VerdictText.phrase(verdict.left))],
          cells: [
            VerdictText.limit(verdict), VerdictText.mean(verdict.found, verdict.unit),
            verdict.holds ? "holds" : "fails", verdict.because?.printable ?? "",
          ])
      })
  }
}
