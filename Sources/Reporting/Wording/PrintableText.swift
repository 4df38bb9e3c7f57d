extension String {
  /// The text without control and direction characters, which could steer a terminal or turn a
  /// line around; each becomes U+FFFD, a line break a space.
  ///
  /// Names come from files of strangers: every one passes here before it reaches a terminal or a
  /// page. HTML is escaped elsewhere, where the page is rendered.
  ///
  /// - Complexity: O(scalars).
  public var printable: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result += " "
      case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,
        0xFFFE, 0xFFFF:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with no-break spaces between a number and its unit, and around a `±`.
  ///
  /// `3 min 12 s` stays on one line, and so does `± 4 %`. Terminals get their spaces back once
  /// lines are broken.
  var unbroken: String {
    let characters = Array(self)
    var result = ""
    for (place, character) in characters.enumerated() {
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      let isUnit = "%smhdp".contains(after) || after.isUppercase
      let isPair = after.isNumber && (result.hasSuffix("\u{A0}h") || result.hasSuffix("\u{A0}min"))
      let keeps = before.isNumber && isUnit || before == "±" || after == "±" || isPair
      result.append(character == " " && keeps ? "\u{A0}" : character)
    }
    return result
  }

  /// How many columns of a terminal the text takes; ideographs take two.
  ///
  /// An estimate where a terminal disagrees with Unicode TR 11; a combination of scalars counts as
  /// its first.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text within `width` columns, its end replaced by an ellipsis where it is longer.
  ///
  /// - Parameter width: In columns, 1 at least.
  /// - Returns: A text of at most that many columns; an ideograph that would reach over the end is
  ///   left out whole.
  func cut(to width: Int) -> String {
    guard columns > width else { return self }
    var result = ""
    var taken = 0
    for character in self {
      guard taken + character.columns <= width - 1 else { break }
      result.append(character)
      taken += character.columns
    }
    return result + "…"
  }

  /// The text with spaces before it up to `width` columns.
  func right(in width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns)) + self
  }

  /// The text with spaces after it up to `width` columns.
  func left(in width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}

extension Character {
  /// Two columns for the wide blocks of Unicode TR 11 (Hangul, CJK, full width, emoji), else one.
  fileprivate var columns: Int {
    guard let value = unicodeScalars.first?.value else { return 0 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
