import Vocabulary

/// The settlement systems that ship with the project, by name: the rows of `systems.csv`.
public enum PublishedSystems {
  /// All systems, in the order of the table, which is read when first asked for.
  public static let all: [SettlementSystem] = {
    do { return try SystemTable.systems(of: text) } catch {
      preconditionFailure("systems.csv: \(error)")
    }
  }()

  /// The table as it stands in its file.
  static var text: String { String(decoding: PackageResources.systems_csv, as: UTF8.self) }

  /// The names, in the order of the table.
  public static let names: [String] = all.map(\.name)

  /// The system of a name, capitals and all; `nil` where there is none.
  public static func named(_ name: String) -> SettlementSystem? { all.first { $0.name == name } }
}
