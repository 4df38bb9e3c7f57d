import Nostro

func meanHours(of file: String, threads: Int) async throws(Failure) -> [String: Double] {
  let scenario = try Scenario.loaded(from: file)
  let comparison = try await Replications(of: scenario, threads: threads).run().comparison
  var hours: [String: Double] = [:]
  for model in scenario.models {
    let time = comparison.estimate(.meanTime, under: model.name)
    hours[model.name] = time?.mean.map { $0 / 3_600 }
  }
  return hours
}
