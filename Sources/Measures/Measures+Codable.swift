/// Metrics, scopes and units stand in documents by their names in files.
private func read<Value>(
  _ what: String, from decoder: any Decoder, _ value: (String) -> Value?
) throws -> Value {
  let container = try decoder.singleValueContainer()
  let name = try container.decode(String.self)
  guard let value = value(name) else {
    throw DecodingError.dataCorruptedError(
      in: container, debugDescription: "expected \(what), found '\(name.prefix(60))'")
  }
  return value
}

private func write(_ name: String, to encoder: any Encoder) throws {
  var container = encoder.singleValueContainer()
  try container.encode(name)
}

extension Metric: Codable, CustomStringConvertible {
  /// The name in files.
  public var description: String { name }
  /// The metric of its name.
  public init(from decoder: any Decoder) throws {
    self = try read("a metric", from: decoder) { Metric(name: $0) }
  }
  /// Writes the name.
  public func encode(to encoder: any Encoder) throws { try write(name, to: encoder) }
}

extension Scope: Codable, CustomStringConvertible {
  /// The name in files.
  public var description: String { name }
  /// The scope of its name.
  public init(from decoder: any Decoder) throws {
    self = try read("a scope", from: decoder) { Scope(name: $0) }
  }
  /// Writes the name.
  public func encode(to encoder: any Encoder) throws { try write(name, to: encoder) }
}

extension Unit: Codable, CustomStringConvertible {
  /// The name in files.
  public var description: String { name }
  /// The unit of its name.
  public init(from decoder: any Decoder) throws {
    self = try read("a unit", from: decoder) { Unit(name: $0) }
  }
  /// Writes the name.
  public func encode(to encoder: any Encoder) throws { try write(name, to: encoder) }
}
