import Foundation

extension Command {
  /// Whether the system tells how much memory a process had in use at most.
  static let tellsMemory = FileManager.default.fileExists(atPath: "/proc/self/status")

  /// The most memory that `nostro` had in use while it ran, in bytes: the high-water mark that the
  /// system keeps, read until the process ends. (What `wait4` says begins with the memory of the
  /// process that started it.)
  ///
  /// - Parameter arguments: What it prints goes nowhere.
  static func peakMemory(of arguments: [String], in folder: Folder) throws -> Int {
    let process = Process()
    process.executableURL = try program()
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    var peak = 0
    repeat {
      peak = max(peak, highWaterMark(of: process.processIdentifier) ?? 0)
    } while ended.wait(timeout: .now() + .milliseconds(1)) != .success
    guard process.terminationStatus == 0 else {
      throw Failure.ended(arguments, process.terminationStatus)
    }
    return peak
  }

  private static func highWaterMark(of process: pid_t) -> Int? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1_024 }
  }
}
