/// An element of an XML document, written with everything escaped.
struct XMLElement {
  /// The name, one of ours.
  ///
  /// Never from a file, since it is not escaped.
  let name: String
  /// In the order of writing.
  private let attributes: [(name: String, value: String)]
  /// Either a text or elements: none of our messages mixes the two.
  private let content: Content

  /// What stands between the tags.
  private enum Content {
    case text(String)
    case elements([XMLElement])
  }

  /// An element that holds a text.
  init(_ name: String, _ text: String, _ attributes: [(name: String, value: String)] = []) {
    (self.name, self.attributes, content) = (name, attributes, .text(text))
  }

  /// An element that holds others.
  init(
    _ name: String, _ elements: [XMLElement], _ attributes: [(name: String, value: String)] = []
  ) {
    (self.name, self.attributes, content) = (name, attributes, .elements(elements))
  }

  /// The whole document whose root this is, two spaces to a level.
  ///
  /// The same bytes for the same elements: no prefix, no time, LF at the end of each line.
  ///
  /// - Complexity: O(bytes).
  var document: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &text, indent: "")
    return text
  }

  /// - Parameter indent: What stands before the element, two blanks for each level.
  private func write(to text: inout String, indent: String) {
    text += indent + "<" + name
    for attribute in attributes {
      text += " \(attribute.name)=\"\(XMLElement.escaped(attribute.value))\""
    }
    switch content {
    case .text(let value): text += ">" + XMLElement.escaped(value)
    case .elements(let elements):
      text += ">\n"
      for element in elements { element.write(to: &text, indent: indent + "  ") }
      text += indent
    }
    text += "</\(name)>\n"
  }

  /// A text as it may stand in an element or an attribute; what XML 1.0 has no place for becomes
  /// U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value):
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
