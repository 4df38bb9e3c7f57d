/// Cuts comma-separated values (RFC 4180) into records while their bytes come in pieces.
///
/// Holds the piece at hand and nothing of the records before it: a file of any length takes the
/// memory of one piece. Fields are lent as bytes; who needs a text makes one.
///
///     var records = CSVRecords()
///     records.add(piece)
///     while try records.next() { … records.bytes(of: 0) … }
///     records.end()
///     while try records.next() { … }
public struct CSVRecords: Sendable {
  /// Where a field lies among the bytes, without its quotes.
  private struct Field {
    var range: Range<Int>
    /// Whether it holds doubled quotes.
    var isDoubled = false
  }

  /// How long one record may be, in bytes: 1 MiB.
  public static let longestRecord = 1 << 20

  private var bytes: [UInt8] = []
  private var fields: [Field] = []
  /// Where the next record starts, and its line.
  private var cursor = 0
  private var line = 1
  private var isStarted = false
  private var isEnded = false

  /// The line on which the present record starts, from 1.
  public private(set) var recordLine = 1

  /// No bytes yet.
  public init() {}

  /// Takes further bytes; the present record is passed.
  public mutating func add(_ piece: [UInt8]) {
    if cursor == bytes.count {
      bytes = piece
    } else {
      bytes.removeSubrange(..<cursor)
      bytes += piece
    }
    cursor = 0
    fields.removeAll(keepingCapacity: true)
  }

  /// Says that no more bytes will come.
  public mutating func end() { isEnded = true }

  /// How many fields the present record has.
  public var fieldCount: Int { fields.count }

  /// The bytes of a field of the present record, unquoted.
  ///
  /// - Complexity: O(1); O(n) for a field with doubled quotes.
  public func bytes(of field: Int) -> ArraySlice<UInt8> {
    let found = bytes[fields[field].range]
    guard fields[field].isDoubled else { return found }
    var result: [UInt8] = []
    var isSecond = false
    for byte in found {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { result.append(byte) }
    }
    return result[...]
  }

  /// A field of the present record as text; bytes that are no UTF-8 become U+FFFD.
  public func text(of field: Int) -> String { String(decoding: bytes(of: field), as: UTF8.self) }

  /// Moves on to the next record that is not a blank line.
  ///
  /// - Returns: `false` where no whole record is there: more bytes are needed, or all are passed.
  /// - Throws: `CSVError` with the line; what follows cannot be read then.
  public mutating func next() throws(CSVError) -> Bool {
    guard skipMark() else { return false }
    while let width = lineEnd(at: cursor), width > 0 {
      cursor += width
      line += 1
    }
    fields.removeAll(keepingCapacity: true)
    guard cursor < bytes.count, lineEnd(at: cursor) != nil else { return false }
    var place = cursor
    var passed = 0
    while let end = try field(from: place, &passed) {
      guard end < bytes.count else { return finish(at: end, passed) }
      guard let width = lineEnd(at: end) else { break }
      if width > 0 { return finish(at: end + width, passed + 1) }
      place = end + 1
    }
    // The record is not whole yet.
    fields.removeAll(keepingCapacity: true)
    guard bytes.count - cursor <= CSVRecords.longestRecord else { throw .longRecord(line: line) }
    return false
  }

  private mutating func finish(at end: Int, _ passed: Int) -> Bool {
    recordLine = line
    line += passed
    cursor = end
    return true
  }

  /// Passes over a byte order mark; `false` while it cannot be told whether there is one.
  private mutating func skipMark() -> Bool {
    if isStarted { return true }
    guard bytes.count >= ByteOrderMark.bytes.count || isEnded else { return false }
    cursor = ByteOrderMark.length(at: bytes)
    isStarted = true
    return true
  }
}

extension CSVRecords {
  /// How long the line end at a place is, 0 where there is none; `nil` where that shows later.
  private func lineEnd(at place: Int) -> Int? {
    guard place < bytes.count else { return 0 }
    if bytes[place] == UInt8(ascii: "\n") { return 1 }
    guard bytes[place] == UInt8(ascii: "\r") else { return 0 }
    guard place + 1 < bytes.count else { return isEnded ? 0 : nil }
    return bytes[place + 1] == UInt8(ascii: "\n") ? 2 : 0
  }

  /// Reads a field up to the comma or the line end behind it.
  ///
  /// - Parameter passed: The line ends passed within the record.
  /// - Returns: The place behind it; `nil` where the field is not whole yet.
  private mutating func field(from start: Int, _ passed: inout Int) throws(CSVError) -> Int? {
    guard start < bytes.count else {
      fields.append(Field(range: start..<start))
      return isEnded ? start : nil
    }
    return bytes[start] == UInt8(ascii: "\"")
      ? try quoted(from: start + 1, &passed) : try plain(from: start, passed)
  }

  private mutating func plain(from start: Int, _ passed: Int) throws(CSVError) -> Int? {
    var place = start
    scan: while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: ","), UInt8(ascii: "\n"): break scan
      case UInt8(ascii: "\r"):
        guard let width = lineEnd(at: place) else { return nil }
        if width > 0 { break scan }
      case UInt8(ascii: "\""): throw .strayQuote(line: line + passed)
      default: break
      }
      place += 1
    }
    guard place < bytes.count || isEnded else { return nil }
    fields.append(Field(range: start..<place))
    return place
  }

  private mutating func quoted(from start: Int, _ passed: inout Int) throws(CSVError) -> Int? {
    let first = line + passed
    var isDoubled = false
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { passed += 1 }
      guard byte == UInt8(ascii: "\"") else { continue }
      guard place < bytes.count || isEnded else { return nil }
      if place < bytes.count, bytes[place] == byte {
        isDoubled = true
        place += 1
        continue
      }
      guard let width = lineEnd(at: place) else { return nil }
      guard place == bytes.count || bytes[place] == UInt8(ascii: ",") || width > 0 else {
        throw .textAfterQuote(line: line + passed)
      }
      fields.append(Field(range: start..<place - 1, isDoubled: isDoubled))
      return place
    }
    guard isEnded else { return nil }
    throw .openQuote(line: first)
  }
}
