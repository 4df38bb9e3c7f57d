extension ScenarioReader {
  /// The keys of a scenario file.
  ///
  /// The order here is that in which a newcomer learns them; a file may have them in any order,
  /// since `ScenarioReader` reads them by name in an order of its own.
  ///
  /// Six keys are required: the name, the experiment, branches, pools, flows and models. Corridors
  /// are missed only where a model has correspondents and a flow goes between two branches; rates
  /// only where pools hold several currencies, something is converted, or gas is paid in another
  /// currency. What is missed is told at the first flow that needs it; rates between the currencies
  /// of pools, of the file as a whole.
  static let rootShape = Shape(
    name: "scenario",
    description: "One world of branches, pools, corridors and flows, and the models to compare.",
    fields: [
      Field(
        "scenario", .slug, .required, "The name, which is also that of the folder of its report.",
        examples: ["five-branches"]),
      Field("title", .text, .leaves("the name"), "One line for the head of the report."),
      Field("question", .text, .leaves("none"), "What the scenario is meant to answer."),
      Field("description", .text, .leaves("none"), "What a reader should know of it."),
      Field("experiment", .object(experimentShape), .required, "How the scenario is run."),
      Field(
        "exchange-rates", .object(ratesShape), .leaves("there is one currency only"),
        "What the currencies are worth in each other."),
      Field(
        "calendars", .map(Form.names, .object(calendarShape)), .leaves("none"),
        "Calendars of the scenario's own, beside the published ones."),
      Field(
        "extra-holidays", .map(Form.names, .list(.object(holidayShape))), .leaves("none"),
        "Further holidays of published or own calendars, by the calendar's name."),
      Field(
        "systems", .map(Form.names, .object(systemShape)), .leaves("none"),
        "Settlement systems of the scenario's own, beside the published ones."),
      Field(
        "branches", .map(Form.names, .object(branchShape)), .required,
        "The branches of the bank, by short names."),
      Field("pools", .list(.object(poolShape)), .required, "The liquidity of the branches."),
      Field(
        "correspondents", .map(Form.names, .object(correspondentShape)),
        .leaves("they work without a break"), "Hours of correspondents, by name."),
      Field(
        "corridors", .list(.object(corridorShape)), .leaves("none"),
        "How currencies get from branch to branch by correspondents."),
      Field(
        "flows", .map(Form.names, .either(flowShapes.map(Form.object))), .required,
        "Where payments come from."),
      Field(
        "correlations", .list(.object(correlationShape)), .leaves("flows are independent"),
        "How the daily volumes of flows move together."),
      Field(
        "models", .map(Form.names, .object(modelShape)), .required,
        "The arrangements to compare, all on the same payments."),
      Field(
        "disturbances", .list(.object(disturbanceShape)), .leaves("everything goes as planned"),
        "What does not go as planned, in all models alike."),
      Field(
        "expect", .list(expectationForm), .leaves("nothing is expected"),
        "What should hold of the means over the replications; `nostro check` says whether it does."
      ),
      Field(
        "sweep", .object(sweepShape), .leaves("nothing is swept"),
        "Variants of the scenario, for `nostro sweep`; every other command runs it as it stands."),
    ])
}
