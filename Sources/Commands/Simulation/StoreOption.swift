import ArgumentParser
import Experiments

/// Where finished replications are kept.
struct StoreOption: ParsableArguments {
  @Option(help: "The folder in which finished replications are kept for the next run.")
  var store = ".nostro"

  @Flag(help: "Neither keep finished replications nor use those that are kept.")
  var noStore = false

  /// The folder of the stores, if there is to be one.
  var folder: String? { noStore ? nil : store }

  /// Has a run keep its replications, if it is to.
  ///
  /// - Returns: How many are kept at any time; `nil` where there is no store.
  /// - Throws: `Failure` 73 where the folder cannot be written.
  func keep(_ replications: inout Replications, _ listener: Listener) throws
    -> (@Sendable () -> Int)?
  {
    guard let folder else { return nil }
    guard try replications.keep(in: folder, listener: listener) else {
      listener.note(ReplicationStore.isOfNoProgram)
      return nil
    }
    guard let store = replications.store else { return nil }
    return { store.count }
  }
}
