/// How values are written down for a program that reads them again: as files write them.

extension Instant: Codable {
  /// Reads an instant of ISO 8601, as every other file has it (`WrittenInstant`).
  ///
  /// - Throws: `DecodingError` for any other text, with what is wrong with it.
  public init(from decoder: any Decoder) throws {
    let text = try String(from: decoder)
    do { try self.init(reading: text) } catch {
      throw decoder.refusal("expected an instant of ISO 8601, found '\(text)'\(error.clause)")
    }
  }

  /// Writes the instant in ISO 8601.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension Currency: Codable {
  /// Reads a code of ISO 4217.
  ///
  /// - Throws: `DecodingError` for any other text.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value("a currency of ISO 4217") { Currency($0) }
  }

  /// Writes the code.
  public func encode(to encoder: any Encoder) throws { try code.encode(to: encoder) }
}

extension Digest: Codable {
  /// Reads sixteen hexadecimal digits.
  ///
  /// - Throws: `DecodingError` for any other text.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value("sixteen hexadecimal digits") { text in
      text.utf8.count == 16 ? UInt64(text, radix: 16).map { Digest(at: $0) } : nil
    }
  }

  /// Writes sixteen hexadecimal digits.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension TimeSpan: Codable {
  /// Reads a whole number of microseconds.
  public init(from decoder: any Decoder) throws {
    self.init(microseconds: try Int64(from: decoder))
  }

  /// Writes the microseconds.
  public func encode(to encoder: any Encoder) throws { try microseconds.encode(to: encoder) }
}

extension Comparator: Codable {}

extension Decoder {
  /// The value that a text stands for.
  ///
  /// - Throws: `DecodingError` where it stands for none.
  fileprivate func value<Value>(_ expected: String, _ read: (String) -> Value?) throws -> Value {
    let text = try String(from: self)
    guard let value = read(text) else { throw refusal("expected \(expected), found '\(text)'") }
    return value
  }

  /// An error at this place.
  fileprivate func refusal(_ sentence: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: sentence))
  }
}
