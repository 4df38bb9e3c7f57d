import Scenarios

/// One thing that the model leaves out, in a sentence for readers.
public struct ModelLimit: Sendable {
  /// What the sentence is about; the page of all limits has a section for each.
  public let topic: Topic
  /// The sentence, from its capital letter to its full stop.
  public let sentence: String
  /// Whether a report of a scenario says it.
  let concerns: @Sendable (Scenario) -> Bool

  init(_ topic: Topic, _ sentence: String, when concerns: @escaping @Sendable (Scenario) -> Bool) {
    (self.topic, self.sentence, self.concerns) = (topic, sentence, concerns)
  }

  /// A limit that every report states.
  static func always(_ topic: Topic, _ sentence: String) -> ModelLimit {
    ModelLimit(topic, sentence) { _ in true }
  }

  /// A limit of a command or of what is published, which no report of one run states.
  static func besideRuns(_ topic: Topic, _ sentence: String) -> ModelLimit {
    ModelLimit(topic, sentence) { _ in false }
  }

  /// What limits are about, in the order in which readers meet them.
  public enum Topic: String, CaseIterable, Sendable {
    case banks = "Banks and their money"
    case payments = "Payments"
    case tokens = "Tokens and chains"
    case clearing = "Clearing"
    case surroundings = "Routing, disturbances and rates"
    case hours = "Hours and calendars"
    case statistics = "Intervals and reports"
    case messages = "ISO 20022"
    case commands = "Commands beside a run"
  }
}
