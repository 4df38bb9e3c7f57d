import ArgumentParser
import Experiments

extension Nostro {
  /// The words of a command line as the parser is to have them: two things that it would tell badly
  /// are settled here, for all commands and options.
  ///
  /// - A number below zero behind an option is its value (`--replications -5`), not an option called
  ///   5, of which there is none: the message is then that of the option, with its range.
  /// - An empty value names nothing, be it a file, a model or a number. It comes from a variable of
  ///   the shell that is not set, and is refused by the name of its option.
  ///
  /// Behind `--` stand no options. What begins with three hyphens is a shell asking for completions.
  ///
  /// - Throws: `Failure` 64 with every empty word.
  static func words(_ given: [String]) throws -> [String] {
    guard given.first?.hasPrefix("---") != true else { return given }
    let end = given.firstIndex(of: "--") ?? given.endIndex
    let empty = given.indices.compactMap { emptiness(of: given, at: $0, end: end) }
    guard empty.isEmpty else { throw Failure(.usage, empty) }
    var words: [String] = []
    // The option whose value, or further value, could stand next.
    var option: String?
    for word in given[..<end] {
      if let option, isBelowZero(word) {
        if words.last == option { words.removeLast() }
        words.append("\(option)=\(word)")
      } else {
        words.append(word)
        if word.hasPrefix("--") {
          option = word.contains("=") ? nil : word
        } else if Double(word) == nil {
          option = nil
        }
      }
    }
    return words + given[end...]
  }

  /// What to say of an empty word, or of an option with nothing behind its `=`.
  private static func emptiness(of words: [String], at place: Int, end: Int) -> String? {
    let word = words[place]
    if place < end, word.hasPrefix("--"), word.hasSuffix("=") {
      return "\(word.dropLast()): expected a value behind the =, found nothing"
    }
    guard word.isEmpty else { return nil }
    if place > 0, place < end, words[place - 1].hasPrefix("--") {
      return "\(words[place - 1]): expected a value, found an empty text"
    }
    return "argument \(place + 1) is an empty text: expected a name or a path"
  }

  private static func isBelowZero(_ word: String) -> Bool {
    // Not -inf: what follows a hyphen as a letter could be an option.
    word.hasPrefix("-") && word.dropFirst().first?.isLetter == false && Double(word) != nil
  }
}
