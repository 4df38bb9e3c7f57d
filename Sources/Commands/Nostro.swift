import ArgumentParser
import Dispatch
import Experiments
import Foundation
import Reporting
import Synchronization

/// The command line: flags, paths and exit codes; every rule of the domain lies below.
@main
struct Nostro: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nostro",
    abstract: "Simulates cross-border settlement: batch correspondent banking beside tokens.",
    version: RunIdentity.version,
    subcommands: [
      ValidateCommand.self, RunCommand.self, CompareCommand.self, SizeCommand.self,
      SweepCommand.self, WarmUpCommand.self,
      CheckCommand.self, TraceCommand.self, BisectCommand.self,
      ExplainCommand.self, StatementCommand.self, CalendarCommand.self,
      SolveCommand.self, ReportCommand.self,
      SchemaCommand.self,
      InitCommand.self,
    ])

  /// Runs the command and ends the process with its exit code.
  static func main() {
    do {
      // Where the system does not show them, every command would look like none.
      guard !CommandLine.arguments.isEmpty else {
        throw Failure(.usage, ["the command line cannot be read: is /proc mounted?"])
      }
      do {
        var command = try parseAsRoot(words(Array(CommandLine.arguments.dropFirst())))
        if let command = command as? any AsyncParsableCommand {
          try run(command)
        } else {
          try command.run()
        }
      } catch {
        try tell(error)
      }
    } catch let failure as Failure {
      failure.report()
      Foundation.exit(failure.code)
    } catch {
      exit(withError: error)
    }
  }

  /// Runs a command that spreads its work over the cores, while the main thread waits for it.
  ///
  /// An asynchronous `main` would end the main thread instead, which the tools that look into a
  /// process expect to be there: Valgrind cannot run such a program.
  private static func run(_ command: sending any AsyncParsableCommand) throws {
    let done = DispatchSemaphore(value: 0)
    let ending = Mutex<(any Error)?>(nil)
    Task.detached {
      var command = command
      do { try await command.run() } catch { ending.withLock { $0 = error } }
      done.signal()
    }
    done.wait()
    if let error = ending.withLock({ $0 }) { throw error }
  }

  /// Tells what is no failure of a command but ends it: help, the version.
  ///
  /// - Throws: Every other error as it is; `Failure` 64 where a group of commands stands without one
  ///   of them, 73 where help cannot be written.
  private static func tell(_ error: any Error) throws {
    let text = fullMessage(for: error)
    if error is CleanExit {
      // A group of commands without one of them: nothing was asked for, so nothing was done.
      _ = OpenOutput.write(Array((text + "\n\n").utf8), to: STDERR_FILENO)
      throw Failure(.usage, ["a command is missing: expected one of the subcommands"])
    }
    guard !(error is Failure), exitCode(for: error).isSuccess, !text.isEmpty else { throw error }
    // Help and version are results like others: where they cannot be written, that is told.
    try Output.write(text + "\n")
  }
}
