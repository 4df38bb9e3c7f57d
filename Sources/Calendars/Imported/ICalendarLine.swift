import Vocabulary

/// One content line of an iCalendar file: `NAME;PARAMETER=…:value`, unfolded.
struct ICalendarLine: Hashable {
  /// The line of the file on which it starts, from 1.
  let number: Int
  /// The name in capitals.
  let name: String
  /// The parameters, as written.
  let parameters: String
  /// What follows the colon; `nil` where there is none.
  let value: String?

  /// The content lines of a text: line ends LF or CRLF, a line that starts with a blank or a tab
  /// goes on the one before, empty lines are passed over.
  static func all(in text: String) -> [ICalendarLine] {
    var bytes = Array(text.utf8)[...]
    bytes = bytes.dropFirst(ByteOrderMark.length(at: bytes))
    var lines: [ICalendarLine] = []
    var current: (number: Int, bytes: [UInt8]) = (1, [])
    for (place, raw) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = raw.last == 0x0D ? raw.dropLast() : raw
      if let first = line.first, first == 0x20 || first == 0x09 {
        current.bytes += line.dropFirst()
      } else {
        if !current.bytes.isEmpty { lines.append(ICalendarLine(current.number, current.bytes)) }
        current = (place + 1, Array(line))
      }
    }
    if !current.bytes.isEmpty { lines.append(ICalendarLine(current.number, current.bytes)) }
    return lines
  }

  /// Parts a line at its first semicolon and at the first colon outside quotes.
  private init(_ number: Int, _ bytes: [UInt8]) {
    self.number = number
    let name = bytes.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ":") }
    self.name = String(decoding: name, as: UTF8.self).uppercased()
    var quoted = false
    let colon = bytes.indices.dropFirst(name.count).first { place in
      if bytes[place] == UInt8(ascii: "\"") { quoted.toggle() }
      return bytes[place] == UInt8(ascii: ":") && !quoted
    }
    parameters = String(decoding: bytes[name.count..<(colon ?? bytes.count)], as: UTF8.self)
    value = colon.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
  }
}
