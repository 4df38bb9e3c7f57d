import Vocabulary

/// The names by which sections refer to branches.
///
/// Three kinds of name stand for branches: that of one branch, that of a family (a branch with a
/// `count`, whose members are meant), and `any` for all. `outside` is anybody at another bank; it
/// stands alone, since a list of it and of branches would mix payments inside of the bank with
/// others.
extension ScenarioReader {
  /// The branch of a name, which need not have been read well. A refused branch has its place, so
  /// that what names it is not refused too.
  func branch(named name: String) -> BranchID? {
    branchPlaces[name].map { BranchID($0) }
  }

  /// The name of a branch.
  func name(of branch: BranchID) -> String { branchNames[branch.place] }

  /// The branches at a key: one name, that of a family, a list, or `any` for all.
  ///
  /// - Returns: As `parties(_:_:outside:)`.
  func branches(_ section: Section, _ key: String) -> [BranchID]? {
    parties(section, key, outside: false)?.compactMap(\.branch)
  }

  /// The parties at a key: one name, that of a family, a list, `any` for all branches, or
  /// `outside`.
  ///
  /// The order is that of the list, a family's members by their numbers, those of `any` as the file
  /// gives the branches. Where a flow draws its ends it says who is the largest.
  ///
  ///     pools[1].branch[1]: given twice in one list, first in line 11, column 15
  ///
  /// - Parameter outside: Whether the word `outside` is known here.
  /// - Returns: `nil` where the key is missing or a name is refused.
  /// - Complexity: O(branches named); each is looked up once.
  func parties(_ section: Section, _ key: String, outside: Bool) -> [Party]? {
    guard let written = section[key] else { return nil }
    if written.text == "any" { return branchNames.indices.map { .branch(BranchID($0)) } }
    if outside, written.text == "outside" { return [.outside] }
    let isList = written.text == nil
    let names = isList ? section.list(key) : [written]
    let groups = names.compactMap { members($0, outside: outside && !isList) }
    guard !groups.isEmpty, groups.count == names.count else { return nil }
    var firsts: [Party: YAMLValue] = [:]
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
  private func members(_ written: YAMLValue, outside: Bool) -> [Party]? {
    if let text = written.text, let family = families[text] {
      return family.map { .branch(BranchID($0)) }
    }
    return party(written, outside: outside).map { [$0] }
  }

  /// The one branch of a name; what else stands there is reported with the nearest name of a branch
  /// or a family.
  ///
  /// - Parameter outside: Whether the message offers `outside` too.
  private func party(_ written: YAMLValue, outside: Bool) -> Party? {
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

  /// Whether a key gives one branch or `outside` by its own name: no list, no family, not `any`. A
  /// flow between two such ends bears the name of its entry; others have the pair behind it, as
  /// `suppliers/NYC-SIN`.
  func isSingle(_ section: Section, _ key: String) -> Bool {
    section[key]?.text.map { $0 != "any" && families[$0] == nil } ?? false
  }
}
