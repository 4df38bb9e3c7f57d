import Calendars
import Foundation
import Outcomes
import Scenarios
import Vocabulary

extension ReplicationStore {
  /// The digest of all that decides what a replication of a run gives.
  ///
  /// - Parameters:
  ///   - choices: What else decides the results, from the command line.
  ///   - program: The digest of the program.
  /// - Returns: Equal keys give equal bytes: scenario with all files that it names, seed, models, program,
  ///   zone rules in force, and the libraries whose arithmetic is used. The number of replications is no part
  ///   of it, so that a longer run finds those of a shorter one.
  static func key(_ scenario: Scenario, _ choices: [String], program: Digest) -> Digest {
    var digest = scenario.digest
    digest.combine(scenario.experiment.seed)
    digest.combine(program.value)
    for zone in scenario.zones { digest.combine(zone) }
    let libraries = [Zone.dataVersion, ScientificLibrary.version, systemLibrary]
    for text in scenario.models.map(\.name) + ["of"] + choices + libraries {
      digest.combine(bytes: text.utf8)
    }
    return digest
  }

  /// The library whose logarithms and exponentials the program calls.
  private static var systemLibrary: String {
    #if canImport(Glibc)
      var name = [CChar](repeating: 0, count: 64)
      return confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count) == 0
        ? "" : name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    #else
      return ""
    #endif
  }
}

extension Scenario {
  /// The clocks of its branches, systems, treasuries and cycles.
  fileprivate var zones: [Zone] {
    let rebalancing = models.compactMap { model -> Zone? in
      if case .windows(let windows) = model.rebalancing { windows.zone } else { nil }
    }
    let cycles = models.compactMap { $0.clearingTerms?.settlement.cycles?.zone }
    return branches.map(\.zone) + branches.map(\.hours.zone) + systems.map(\.hours.zone)
      + rebalancing + cycles
  }
}
