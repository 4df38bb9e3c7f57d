import Foundation

/// The folder of a scenario file, inside which it may name further files.
///
/// A scenario may come from a stranger, so that it reads nothing outside of this folder. The name
/// is judged as text first (no `..`, no empty part, no backslash, not absolute), then the file that
/// it leads to once links are followed.
struct Folder {
  /// As it was given, without a slash at its end; empty for the current folder.
  let path: String

  /// How a file of the folder is named in messages: as the user would type it from where the
  /// program runs.
  ///
  ///     Folder(path: "Scenarios").naming("week.csv")  // "Scenarios/week.csv"
  ///     Folder(path: "").naming("week.csv")           // "week.csv"
  ///     Folder(path: "/").naming("week.csv")          // "/week.csv"
  func naming(_ name: String) -> String {
    path.isEmpty ? name : path == "/" ? "/\(name)" : "\(path)/\(name)"
  }

  /// Why a file was not read: it is not there, cannot be read, or must not be.
  struct Refusal: Error {
    /// A sentence without a full stop.
    let reason: String
    /// Whether there is nothing that could be opened, rather than something that must not be read.
    var isUnopened = false
  }

  /// The bytes of a file that the scenario names.
  ///
  /// - Throws: Why not: for a path that leaves the folder too, be it by `..` or through a link, for
  ///   what is no file, and for a file larger than `limit` bytes, which is not read past it.
  func read(_ name: String, limit: Int) throws(Refusal) -> [UInt8] {
    let path = try place(of: name)
    do { return try ReadableFile(path).bytes(limit: limit) } catch { throw Refusal(error) }
  }

  /// Hands on the bytes of a file that the scenario names, a piece at a time, until `take` says
  /// that it needs no more.
  ///
  /// Pieces have no regard for lines: a record may begin in one and end in the next.
  ///
  /// - Throws: As `read(_:limit:)`; what was handed on before is then of no use.
  func read(_ name: String, limit: Int, take: ([UInt8]) -> Bool) throws(Refusal) {
    let path = try place(of: name)
    do {
      let file = try ReadableFile(path)
      var count = 0
      while true {
        let piece = try file.read(upTo: ReadableFile.pieceLength)
        guard !piece.isEmpty else { return }
        count += piece.count
        guard count <= limit else { throw ReadableFile.Refusal.tooLarge(limit: limit) }
        guard take(piece) else { return }
      }
    } catch let error as ReadableFile.Refusal { throw Refusal(error) } catch {
      preconditionFailure("reading a file throws refusals")
    }
  }

  /// The path of a file of the folder, links followed.
  ///
  /// - Throws: `Refusal` for a name that leaves the folder, and for a link whose end lies outside
  ///   of it; a link to another file of the folder is followed.
  private func place(of name: String) throws(Refusal) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.hasPrefix("/"), !name.contains("\\"), !name.contains("\0"),
      parts.allSatisfy({ !["", ".", ".."].contains($0) })
    else { throw Refusal(reason: "expected a path inside the scenario's folder, without '..'") }
    let home = URL(fileURLWithPath: path.isEmpty ? "." : path).resolvingSymlinksInPath()
    let target = home.appendingPathComponent(name).resolvingSymlinksInPath()
    guard target.path.hasPrefix(home.path == "/" ? "/" : home.path + "/") else {
      throw Refusal(reason: "it is a link out of the scenario's folder")
    }
    return target.path
  }
}

extension Folder.Refusal {
  /// Why a file could not be read.
  init(_ refusal: ReadableFile.Refusal) {
    switch refusal {
    case .unreadable(let reason): self.init(reason: reason, isUnopened: true)
    case .tooLarge(let limit): self.init(reason: "the file is larger than \(limit >> 20) MB")
    }
  }
}
