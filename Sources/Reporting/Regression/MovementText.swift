import Measures
public import Outcomes
import Vocabulary

/// How what scenarios give stands to what is committed, in the words of the desk.
///
/// Texts name models by their titles and figures by their phrases, as a report would.
public enum MovementText {
  /// How many figures of a scenario are told; of more, their number.
  ///
  /// Assumed: who reads a failed job wants the first lines; all of them are in the JSON and on the
  /// page.
  static let mostTold = 5

  /// The sentences of what moved, the most telling first: of each model whose fingerprint moved
  /// one, then the figures, then how many more there are.
  ///
  /// - Returns: None where nothing moved. Each is printable.
  public static func sentences(_ movement: OutcomeMovement) -> [String] {
    let models = movement.models.filter(\.state.isMoved).map { sentence($0, movement) }
    let figures = movement.figures.prefix(mostTold).map { sentence($0, of: movement.scenario) }
    let rest = movement.figures.count - figures.count
    let more = rest > 0 ? ["\(movement.scenario): \(rest.counted("more figure")) moved"] : []
    return (models + figures + more).map(\.printable)
  }

  /// What moved of a model: outcomes, the books alone, or the order of events alone.
  public static func sentence(_ model: OutcomeMovement.ModelMovement, _ movement: OutcomeMovement)
    -> String
  {
    let what =
      switch model.state {
      case .order:
        "events differ, their number or order; books and outcomes are the same"
      case .books: "other entries are posted, though every payment ends alike"
      default: "payments end otherwise"
      }
    return "\(movement.scenario), \(model.title): \(what); \(cause(model, movement))"
  }

  /// Why a fingerprint can have moved, the first that holds: another seed, another file, or else
  /// the rules of the program.
  private static func cause(_ model: OutcomeMovement.ModelMovement, _ movement: OutcomeMovement)
    -> String
  {
    if let seed = model.committedSeed, seed != movement.seed {
      return "the seed has changed from \(seed) to \(movement.seed)"
    }
    return movement.isFileChanged == true
      ? "the scenario file has changed" : "the scenario file has not changed: the rules have"
  }

  /// What is said where the file alone is another than the committed one.
  static let staleFile = "the scenario file has changed, what comes of it has not"

  /// How a figure moved, by how much, and against which interval.
  public static func sentence(_ figure: FigureMovement, of scenario: String) -> String {
    let phrase = figure.metric.phrase(of: figure.scope)
    return "\(scenario), \(figure.title): \(phrase) \(change(of: figure))"
  }

  /// A figure that is new, one that is no longer given, one that is later than the horizon on
  /// either side, or a difference with its size, the committed mean and its interval.
  private static func change(of figure: FigureMovement) -> String {
    guard let before = figure.before else {
      return "is new: \(figure.after.map { mean($0, figure.unit) } ?? "")"
    }
    guard let after = figure.after else {
      return "is given no longer (before \(mean(before, figure.unit)))"
    }
    guard let difference = figure.difference, let from = before.mean, let to = after.mean else {
      return "is now \(mean(after, figure.unit)) (before \(mean(before, figure.unit)))"
    }
    let verb = difference > 0 ? "rose" : "fell"
    let words = (text(from, figure.unit), text(to, figure.unit))
    let ends = words.0 == words.1 ? "from \(words.0)" : "from \(words.0) to \(words.1)"
    let size = "\(size(difference, figure.unit)) \(difference > 0 ? "more" : "less")"
    let isWithin = before.interval.map { $0.contains(to) } ?? false
    let place = isWithin ? ", within its interval" : ""
    return "\(verb) \(ends) (\(size); before \(mean(before, figure.unit))\(place))"
  }

  /// As readers read it, with its unit.
  private static func text(_ value: Double, _ unit: Unit) -> String {
    Quantity(value: value, unit: unit).text
  }

  /// With half its interval, or that it is later than the horizon.
  private static func mean(_ estimate: Estimate, _ unit: Unit) -> String {
    VerdictText.mean(estimate, unit)
  }

  /// The size of a difference; one too small for the words of its unit in plain digits.
  private static func size(_ difference: Double, _ unit: Unit) -> String {
    let words = Quantity(value: difference, unit: unit).differenceText
    let digits = words.prefix { $0 != " " }
    guard !digits.contains(where: { $0.isNumber && $0 != "0" }) else { return words }
    let name = unit == .share ? "of the whole" : unit.name
    // Nine decimals are less than any tolerance; what is smaller still is told as it is.
    let short = difference.magnitude.fixed(9, trimmed: true)
    return "\(short == "0" ? CSVText.field(difference.magnitude) : short) \(name)"
  }
}
