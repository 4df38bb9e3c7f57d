import ArgumentParser
import Experiments
import Scenarios

/// Where finished replications are kept.
struct StoreOption: ParsableArguments {
  @Option(help: "The folder in which finished replications are kept for the next run.")
  var store = ".nostro"

  @Flag(help: "Neither keep finished replications nor use those that are kept.")
  var noStore = false

  /// The store of a run, if there is to be one; where nobody can tell which program this is, there
  /// is none, since another program may count otherwise.
  func store(for scenario: Scenario, choices: [String] = [], removesOld: Bool = true) throws
    -> ReplicationStore?
  {
    if noStore { return nil }
    guard let program = ProgramDigest.ofThisProgram else {
      StoreOption.tellOnce
      return nil
    }
    return try ReplicationStore(
      in: store, key: ReplicationStore.key(scenario, choices, program: program),
      removesOld: removesOld, note: Output.note)
  }

  /// A sweep asks for many stores and tells it once.
  private static let tellOnce: Void = Output.note(
    "the program's own file cannot be read, so that finished replications are neither kept nor "
      + "used")
}
