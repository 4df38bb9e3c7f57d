import Foundation
package import Reporting

extension ResultFolder {
  /// What the files of a run are called, those that some runs write and others do not too.
  package static let namesOfRun = [
    "report.html", "report.json", "outcomes.csv", "quantiles.csv", "shares.csv", "curves.csv",
    "pools.csv", "bcbs.csv", "batches.csv", "variance.csv", "journeys.csv",
  ]
  /// What a sizing writes besides.
  package static let namesOfSizing = ["sizing.csv", "service-levels.csv"]

  /// Refuses a folder in which files would be replaced that the same kind of command did not write:
  /// those that no manifest of that kind lists, and all where the folder holds another kind.
  ///
  /// - Parameters:
  ///   - kind: What is going to be written.
  ///   - names: What its files beside the manifest may be called.
  /// - Throws: `.noOutput` with each of the files.
  package func refuseForeign(_ kind: ResultKind, writing names: [String]) throws(Failure) {
    let text = try? FinishedFolder(path).manifest()
    let found = text.flatMap(Manifest.kind)
    if let found, found != kind {
      let sentence =
        "\(path)/\(ResultFolder.manifest): is the manifest of \(found.phrase), whose files "
        + "\(kind.phrase) does not replace"
      throw Failure(.noOutput, [Failure.Problem(sentence, remedy: .anotherFolder)])
    }
    // A manifest of an earlier format lists no files: all are then taken for its own.
    let own = found == nil ? [] : (try? FinishedFolder(path).listed().map(\.name)) ?? names
    let there = (found == nil ? [ResultFolder.manifest] + names : names).filter(isRegular)
    let foreign = there.filter { !own.contains($0) }
    guard !foreign.isEmpty else { return }
    throw Failure(
      .noOutput,
      foreign.map {
        Failure.Problem(
          "\(path)/\($0): would be replaced, and no manifest of \(kind.phrase) lists it",
          remedy: .anotherFolderOrMoved)
      })
  }

  private func isRegular(_ name: String) -> Bool {
    var status = stat()
    return lstat("\(path)/\(name)", &status) == 0 && status.isRegular
  }
}
