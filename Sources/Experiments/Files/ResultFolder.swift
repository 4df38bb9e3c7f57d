import Foundation
package import Reporting

/// The folder of a run's results, whose files appear whole or not at all.
///
/// Everything is written beside its place under a name of its own; only when all is written are
/// the files renamed into place. A run that fails or is stopped leaves the old files as they were.
/// The files of a run are committed by `manifest.json`, which comes last and carries the digests of
/// all others: what was stopped in between is no folder of results (`FinishedRun.read`).
package final class ResultFolder {
  /// The file that commits the others.
  package static let manifest = "manifest.json"

  /// The folder.
  package let path: String
  private var files: [(name: String, file: PartialFile)] = []
  /// What `publish(committedBy:)` removed: files of an earlier run that this one does not write.
  private(set) var removed: [String] = []

  /// How long to wait for others who put files in place or read them: a minute (assumed).
  private static let patience = Duration.seconds(60)

  /// The folder at `path`, made where it is missing.
  ///
  /// - Throws: `.noOutput` where it cannot be written.
  package init(_ path: String) throws(Failure) {
    self.path = path
    try ResultFolder.make(path)
    PartialFiles.removeOrphans(in: path)
  }

  /// Makes a folder where it is missing, and those above it.
  ///
  /// - Throws: `.noOutput` where it cannot be made.
  package static func make(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure.noOutput("\(path): \(obstacle(to: path) ?? "the folder cannot be made")")
    }
  }

  /// What stands where a folder was to be made, or one above it; `nil` where nothing does.
  private static func obstacle(to path: String) -> String? {
    var place = path
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    var (found, named) = (stat(), stat())
    while lstat(place, &named) != 0 {
      let folder = OutputTarget.folder(of: place)
      guard folder != place else { return nil }
      place = folder
    }
    let isWhole = place == path
    guard stat(place, &found) == 0 else {
      return isWhole ? "is a link to nothing" : "\(place) is a link to nothing"
    }
    guard !found.isFolder else { return nil }
    return "\(isWhole ? "" : "\(place) ")is \(found.kind), expected a folder"
  }

  /// A file of the folder, to be written in pieces.
  ///
  /// - Throws: `.noOutput` where it cannot be written, or something else than a regular file has
  ///   taken its place.
  package func file(_ name: String) throws(Failure) -> (String) throws(Failure) -> Void {
    let place = "\(path)/\(name)"
    var status = stat()
    let isThere = lstat(place, &status) == 0
    if isThere { try OutputTarget.refuseOther(than: status, place, named: place) }
    let file = try PartialFile(in: path, called: place, replaced: isThere ? status : nil)
    files.append((name, file))
    return { text throws(Failure) in try file.write(text) }
  }

  /// A file of the folder, written at once.
  package func write(_ text: String, to name: String) throws(Failure) { try file(name)(text) }

  /// Puts all files in their places, nobody else doing so meanwhile.
  ///
  /// - Parameter isLocked: Whether the caller holds the lock of the folder already.
  /// - Throws: `.noOutput` where one cannot be.
  @discardableResult
  package func publish(isLocked: Bool = false) throws(Failure) -> [ListedFile] {
    let listed = try finished()
    let lock = isLocked ? nil : try locked()
    defer { withExtendedLifetime(lock) {} }
    try putAll()
    return listed
  }

  /// Puts the files of a run in their places, the manifest last.
  ///
  /// What the manifest of an earlier run lists and this run does not write is removed before, where
  /// it is still what that run wrote, and is named in `removed`; all else in the folder stays. So a
  /// folder never shows the files of two runs as one, and the sizing that a run replaces is gone as a
  /// whole: it is for the caller to say so.
  ///
  /// - Parameter manifest: The text of the manifest that lists these files, in the order of names.
  /// - Returns: The files that it lists.
  /// - Throws: `.noOutput` where one cannot be put in place.
  package func publish(committedBy manifest: ([ListedFile]) -> String) throws(Failure)
    -> [ListedFile]
  {
    let listed = try finished().sorted { $0.name < $1.name }
    try commit(manifest(listed))
    let lock = try locked()
    defer { withExtendedLifetime(lock) {} }
    removeFormer(but: listed.map(\.name))
    try putAll()
    return listed
  }

  /// Puts files in the stead of those that a finished run wrote; where they are others, its
  /// manifest then lists them.
  ///
  /// - Throws: `.noOutput` where one cannot be put in place.
  package func publishAmending() throws(Failure) {
    let listed = try finished()
    let lock = try locked()
    defer { withExtendedLifetime(lock) {} }
    if let text = try? FinishedFolder(path).manifest() {
      let amended = listed.reduce(text) { Manifest.amended($0, with: $1) }
      if amended != text { try commit(amended) }
    }
    try putAll()
  }

  /// Writes the manifest beside its place, as the last of the files.
  private func commit(_ manifest: String) throws(Failure) {
    try write(manifest, to: ResultFolder.manifest)
    _ = try files.last?.file.finish(as: ResultFolder.manifest)
  }

  /// Brings all that was written to the disk.
  private func finished() throws(Failure) -> [ListedFile] {
    try files.map { name, file throws(Failure) in try file.finish(as: name) }
  }

  private func putAll() throws(Failure) {
    for (name, file) in files {
      if let error = file.put(at: "\(path)/\(name)") {
        throw Failure.noOutput("\(path)/\(name)", error)
      }
    }
    files = []
    synchronizeFolder()
  }

  /// Has the new names outlast the machine, where the file system can.
  private func synchronizeFolder() {
    let folder = open(path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// The folder locked against others who put files in place; `nil` where it cannot be locked.
  private func locked() throws(Failure) -> FileLock? {
    do throws(FileLock.Refusal) {
      return try FileLock(on: "\(path)/.", patience: ResultFolder.patience)
    } catch {
      guard error == .isTaken else { return nil }
      throw Failure.noOutput("\(path): somebody else has locked the folder for too long")
    }
  }

  /// Removes what an earlier run listed and wrote, but for some names.
  private func removeFormer(but names: [String]) {
    guard let former = try? FinishedFolder(path).listed() else { return }
    for file in former where !names.contains(file.name) {
      guard (try? FinishedFolder(path).file(file.name)) == file else { continue }
      if unlink("\(path)/\(file.name)") == 0 { removed.append(file.name) }
    }
  }
}
