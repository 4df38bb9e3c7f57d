import Vocabulary

extension ScenarioReader {
  /// Rails as a model names them: one, or a list in which the order is that of preference for
  /// `first-open` and `fallback`.
  static let railForm = Form.either([
    .choice(RailKind.allCases.map(\.rawValue)), .list(.choice(RailKind.allCases.map(\.rawValue))),
  ])

  /// The terms that a rail has, by keys of a model's shape, and whether it needs them: the texts of
  /// both refusals follow from it.
  private static func terms(of kind: RailKind) -> [String: Bool] {
    switch kind {
    case .correspondent: [:]
    case .tokenizedDeposit: ["ledger": true, "fees": false]
    case .interbankClearing: ["clearing": true, "fees": false]
    case .depositToken, .stablecoin: ["chain": true, "issuer": true]
    }
  }

  /// Reads the rails of a model with their terms; `nil` where one is refused.
  ///
  /// The terms that are given are read even where they belong to no rail of the model, so that all
  /// that is wrong with them is told.
  ///
  /// - Returns: In the order of the file.
  mutating func readRails(_ model: Section) -> [Rail]? {
    let kinds = readKinds(model)
    if let kinds { checkTerms(kinds, model) }
    let token = model.has("ledger") ? readTokenTerms(model) : nil
    let clearing = model.has("clearing") ? readClearingTerms(model) : nil
    let coins = kinds.flatMap { readCoins(of: $0, model) }
    guard let kinds else { return nil }
    let rails = kinds.compactMap { kind -> Rail? in
      switch kind {
      case .correspondent: .correspondent
      case .tokenizedDeposit: token.map { .tokenizedDeposit($0) }
      case .interbankClearing: clearing.map { .interbankClearing($0) }
      case .depositToken, .stablecoin: coins
      }
    }
    return rails.count == kinds.count ? rails : nil
  }

  /// The kinds of rails of a model, each once.
  ///
  ///     models.eight.rail[1]: given twice in one list, first in line 20, column 18
  private func readKinds(_ model: Section) -> [RailKind]? {
    guard let written = model["rail"] else { return nil }
    let words = written.items ?? [written]
    let form = Form.choice(RailKind.allCases.map(\.rawValue))
    var kinds: [RailKind] = []
    var firsts: [RailKind: Place] = [:]
    for word in words {
      guard let kind = word.read(form, problems, { RailKind(rawValue: $0) }) else { continue }
      if let first = firsts[kind] {
        problems.add(word, "given twice in one list, first in \(first)")
      }
      firsts[kind] = firsts[kind] ?? word.place
      kinds.append(kind)
    }
    return kinds.isEmpty || kinds.count < words.count ? nil : kinds
  }

  /// Reports terms of rails that the model has not, and terms that its rails need.
  ///
  ///     models.batch.chain: given with rail correspondent, expected with deposit-token or …
  ///     models.none.clearing: missing, expected a map of system, cut-off, settlement, cycles, …
  private func checkTerms(_ kinds: [RailKind], _ model: Section) {
    let names = kinds.map(\.rawValue).joined(separator: ", ")
    for key in ScenarioReader.modelShape.fields.map(\.key) {
      let owners = RailKind.allCases.filter { ScenarioReader.terms(of: $0)[key] != nil }
      guard !owners.isEmpty else { continue }
      let isOwned = owners.contains(where: kinds.contains)
      let isRequired = owners.contains { ScenarioReader.terms(of: $0)[key] == true }
      if let written = model[key], !isOwned {
        let expected = owners.map(\.rawValue).joined(separator: " or ")
        problems.add(written, "given with rail \(names), expected with \(expected) only")
      }
      if isRequired, isOwned, !model.has(key), let field = ScenarioReader.modelShape.field(key) {
        problems.add(
          model.value.place, "\(model.value.path).\(key)",
          "missing, expected \(field.form.expected)")
      }
    }
  }
}
