import Vocabulary

extension ScenarioReader {
  /// The branch of a name, which need not have been read well.
  func branch(named name: String) -> BranchID? {
    branchPlaces[name].map { BranchID($0) }
  }

  /// The name of a branch.
  func name(of branch: BranchID) -> String { branchNames[branch.place] }

  /// The branches at a key: one name, that of a family, a list, or `any` for all.
  func branches(_ section: Section, _ key: String) -> [BranchID]? {
    parties(section, key, outside: false)?.compactMap(\.branch)
  }

  /// The parties at a key: one name, that of a family, a list, `any` for all branches, or
  /// `outside`.
  ///
  /// - Returns: `nil` where the key is missing or a name is refused.
  func parties(_ section: Section, _ key: String, outside: Bool) -> [Party]? {
    guard let written = section[key] else { return nil }
    if written.text == "any" { return branchNames.indices.map { .branch(BranchID($0)) } }
    if outside, written.text == "outside" { return [.outside] }
    let isList = written.text == nil
    let names = isList ? section.list(key) : [written]
    let groups = names.compactMap { members($0, outside: outside && !isList) }
    guard !groups.isEmpty, groups.count == names.count else { return nil }
    var firsts: [Party: Written] = [:]
    var parties: [Party] = []
    for (name, group) in zip(names, groups) {
      let fresh = group.filter { firsts[$0] == nil }
      if fresh.count < group.count, let first = group.lazy.compactMap({ firsts[$0] }).first {
        problems.add(name, "given twice in one list, first in \(first.place)")
      }
      for party in fresh { firsts[party] = name }
      parties += fresh
    }
    return parties
  }

  /// The members of a family, or the one party of a name.
  private func members(_ written: Written, outside: Bool) -> [Party]? {
    if let text = written.text, let family = families[text] {
      return family.map { .branch(BranchID($0)) }
    }
    return party(written, outside: outside).map { [$0] }
  }

  private func party(_ written: Written, outside: Bool) -> Party? {
    guard let text = written.text else {
      problems.add(written, "found \(written.found), expected the name of a branch")
      return nil
    }
    if let branch = branch(named: text) { return .branch(branch) }
    problems.add(
      written,
      "found \(written.found), expected the name of a branch\(outside ? " or outside" : "")"
        + Nearest.hint(text, among: branchNames + families.keys.sorted()))
    return nil
  }

  /// Whether a key gives one name, so that what it gives needs no pair in its own.
  func isSingle(_ section: Section, _ key: String) -> Bool {
    section[key]?.text.map { $0 != "any" && families[$0] == nil } ?? false
  }
}
