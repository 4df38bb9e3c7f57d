/// The settlement systems that ship with the project, by name.
public enum PublishedSystems {
  /// All systems, in the order of the reference table.
  public static let all: [SettlementSystem] = table.flatMap { $0.map(\.system) }

  private static let table: [[PublishedSystem]] = [
    PublishedSystem.fedwire, PublishedSystem.chips, PublishedSystem.t2, PublishedSystem.euro1,
    PublishedSystem.tips, PublishedSystem.chaps, PublishedSystem.chats, PublishedSystem.meps,
    PublishedSystem.fast, PublishedSystem.bojnet, PublishedSystem.zengin, PublishedSystem.hvps,
    PublishedSystem.cips, PublishedSystem.sic, PublishedSystem.rits, PublishedSystem.lynx,
    PublishedSystem.rtgsIndia, PublishedSystem.str, PublishedSystem.pix, PublishedSystem.uaefts,
    PublishedSystem.cls,
  ]

  /// The names, in the order of the reference table.
  public static let names: [String] = all.map(\.name)

  /// The system of a name, capitals and all; `nil` where there is none.
  public static func named(_ name: String) -> SettlementSystem? { all.first { $0.name == name } }
}
