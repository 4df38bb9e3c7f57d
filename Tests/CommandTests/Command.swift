import Foundation
import Synchronization

/// The built program, run as its users run it: as a process of its own.
struct Command {
  /// What a process left behind.
  struct Ending {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Why a process left nothing behind.
  enum Failure: Error {
    case notBuilt(String)
    case tookTooLong([String])
    case ended([String], Int32)
  }

  /// The longest time that one command may take: a bound against hanging, not a measurement.
  private static let limit = DispatchTimeInterval.seconds(300)

  /// Runs `nostro` with its standard input closed, or holding `input`.
  ///
  /// - Parameters:
  ///   - folder: Where it runs; paths in arguments and messages are relative to it.
  ///   - output: The path of its standard output, where that is not kept.
  ///   - settings: Environment variables to set besides those of the tests.
  static func nostro(
    _ arguments: [String], in folder: Folder, input: String? = nil,
    writingTo output: String? = nil, settings: [String: String] = [:]
  ) throws -> Ending {
    let streams = try Streams(folder, input: input)
    let process = try process(arguments, in: folder, streams, settings)
    if let output { process.standardOutput = FileHandle(forWritingAtPath: output) }
    return try ending(of: process, arguments, streams) { ended in
      ended.wait(timeout: .now() + limit) == .success
    }
  }

  /// Starts `nostro`, sends it a signal as soon as it has begun its work, and waits for its end.
  ///
  /// - Parameter hasBegun: Asked again and again; the signal follows the first `true`.
  static func nostro(
    _ arguments: [String], in folder: Folder, stoppedBy signal: Int32, once hasBegun: () -> Bool
  ) throws -> Ending {
    let streams = try Streams(folder, input: nil)
    let process = try process(arguments, in: folder, streams, [:])
    return try ending(of: process, arguments, streams) { ended in
      let deadline = DispatchTime.now() + limit
      while !hasBegun(), DispatchTime.now() < deadline {
        if ended.wait(timeout: .now() + .milliseconds(5)) == .success { return true }
      }
      kill(process.processIdentifier, signal)
      return ended.wait(timeout: deadline) == .success
    }
  }

  private static func process(
    _ arguments: [String], in folder: Folder, _ streams: Streams, _ settings: [String: String]
  ) throws -> Process {
    let process = Process()
    process.executableURL = try program()
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    let known = ["COLUMNS": "80", "TERM": "xterm-256color"]
    process.environment = ProcessInfo.processInfo.environment
      .merging(known.merging(settings) { $1 }) { $1 }
    process.standardInput = streams.input ?? FileHandle.nullDevice
    process.standardOutput = streams.output
    process.standardError = streams.errors
    return process
  }

  private static func ending(
    of process: Process, _ arguments: [String], _ streams: Streams,
    waiting: (DispatchSemaphore) -> Bool
  ) throws -> Ending {
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    guard waiting(ended) else {
      kill(process.processIdentifier, SIGKILL)
      throw Failure.tookTooLong(arguments)
    }
    return Ending(
      code: process.terminationStatus, output: try streams.text("output"),
      errors: try streams.text("errors"))
  }

  /// The program beside the bundle of the tests: `.build/<configuration>/nostro`.
  static func program() throws -> URL {
    let places = [Bundle.main.executableURL] + Bundle.allBundles.map(\.bundleURL)
    for place in places.compactMap({ $0 }) {
      var folder = place.deletingLastPathComponent()
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent("nostro")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    throw Failure.notBuilt("no program 'nostro' beside the tests: swift build --build-tests")
  }
}

/// The streams of a process as files: no pipe that could fill up, no terminal.
private struct Streams {
  let input: FileHandle?
  let output: FileHandle
  let errors: FileHandle
  private let url: URL

  private static let count = Mutex(0)

  init(_ folder: Folder, input text: String?) throws {
    let number = Streams.count.withLock { count in
      count += 1
      return count
    }
    url = folder.streams.appendingPathComponent("\(number)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    output = try Streams.file(url.appendingPathComponent("output"))
    errors = try Streams.file(url.appendingPathComponent("errors"))
    guard let text else {
      input = nil
      return
    }
    let file = url.appendingPathComponent("input")
    try Data(text.utf8).write(to: file)
    input = try FileHandle(forReadingFrom: file)
  }

  /// What the process wrote to a stream.
  func text(_ stream: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(stream), encoding: .utf8)
  }

  private static func file(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}
