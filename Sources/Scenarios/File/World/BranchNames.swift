import Vocabulary

extension ScenarioReader {
  /// The branch of a name, which need not have been read well.
  func branch(named name: String) -> BranchID? {
    branchNames.firstIndex(of: name).map { BranchID($0) }
  }

  /// The name of a branch.
  func name(of branch: BranchID) -> String { branchNames[branch.place] }

  /// The branches at a key: one name, a list, or `any` for all.
  func branches(_ section: Section, _ key: String) -> [BranchID]? {
    parties(section, key, outside: false)?.compactMap(\.branch)
  }

  /// The parties at a key: one name, a list, `any` for all branches, or `outside`.
  ///
  /// - Returns: `nil` where the key is missing or a name is refused.
  func parties(_ section: Section, _ key: String, outside: Bool) -> [Party]? {
    guard let written = section[key] else { return nil }
    if written.text == "any" { return branchNames.indices.map { .branch(BranchID($0)) } }
    if outside, written.text == "outside" { return [.outside] }
    let names = written.text == nil ? section.list(key) : [written]
    let parties = names.compactMap { party($0, outside: outside && written.items == nil) }
    for (place, name) in names.enumerated()
    where names[..<place].contains(where: { $0.text == name.text }) {
      problems.add(name, "given twice in one list")
    }
    return parties.isEmpty || parties.count < names.count ? nil : parties
  }

  private func party(_ written: Written, outside: Bool) -> Party? {
    guard let text = written.text else {
      problems.add(written, "found \(written.found), expected the name of a branch")
      return nil
    }
    if let branch = branch(named: text) { return .branch(branch) }
    let words = outside ? " or outside" : ""
    problems.add(
      written,
      "found \(written.found), expected the name of a branch\(words)"
        + Nearest.hint(text, among: branchNames))
    return nil
  }

  /// Whether a key gives one name, so that what it gives needs no pair in its own.
  func isSingle(_ section: Section, _ key: String) -> Bool {
    section[key]?.text.map { $0 != "any" } ?? false
  }
}
