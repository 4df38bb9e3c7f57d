import ArgumentParser
import Foundation

/// The command line: flags, paths and exit codes; every rule of the domain lies below.
@main
struct Nostro: AsyncParsableCommand {
  /// The version of the program; results name it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "nostro",
    abstract: "Simulates cross-border settlement: batch correspondent banking beside tokens.",
    version: version,
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
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      failure.report()
      Foundation.exit(failure.code)
    } catch {
      exit(withError: error)
    }
  }
}
