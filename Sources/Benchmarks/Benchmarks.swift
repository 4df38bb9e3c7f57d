import Foundation

/// `swift run -c release Benchmarks [--only NAME] [--json]`: measures the cases of `Case.all`.
///
/// Each figure is the median of several rounds in this process, on one core. Figures move with
/// the machine; compare them with the rivals of the same run, not with those of another.
@main
struct Benchmarks {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let options = Options(arguments) else {
      FileHandle.standardError.write(
        Data(
          "usage: Benchmarks [--only \(Case.all.map(\.name).joined(separator: "|"))] [--json]\n"
            .utf8))
      exit(64)
    }
    var figures: [Figure] = []
    for measured in Case.all where options.only.map({ $0 == measured.name }) ?? true {
      if !options.json { print("\(measured.name): \(measured.about)") }
      for figure in measured.run() {
        if !options.json { print("  \(figure)") }
        figures.append(figure)
      }
    }
    if options.json { print(Figure.json(figures)) }
  }
}

/// What the command line asks for.
struct Options {
  /// The one case to measure, or `nil` for all.
  var only: String?
  /// Whether the figures are printed as JSON.
  var json = false

  /// Reads the arguments; `nil` where they cannot be understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--json": json = true
      case "--only":
        guard let name = rest.popFirst(), Case.all.contains(where: { $0.name == name }) else {
          return nil
        }
        only = name
      default: return nil
      }
    }
  }
}
