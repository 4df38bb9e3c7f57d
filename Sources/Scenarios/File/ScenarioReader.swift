import Calendars
import Chance
import Vocabulary

/// Reads one scenario file section by section; later sections refer by name to what earlier ones
/// gave.
///
/// An entity that is refused keeps its name, so that one mistake is reported once and not again at
/// every reference.
struct ScenarioReader {
  let problems: ProblemList
  let folder: Folder
  /// The digest of every file read so far.
  var digest = Digest()
  /// Compiled clocks by identifier, and why those are refused that are none.
  var zones: [String: Zone] = [:]
  var refusedZones: [String: String] = [:]
  var calendars = CalendarBook()
  var systems = SystemBook()
  var experiment: Experiment?
  /// What says when enough replications have been run, to be read once figures have names.
  var precision: Written?
  var rates: RateTable?
  /// The places of the rates by their pairs: `EUR/USD`.
  var ratePlaces: [String: Int] = [:]
  /// The names of branches in the order of the file.
  var branchNames: [String] = []
  /// The place of each name.
  var branchPlaces: [String: Int] = [:]
  /// The lines of the branches in the same order.
  var branchLines: [Int] = []
  /// The members of each name that stands for many branches.
  var families: [String: Range<Int>] = [:]
  /// The branches in the same order, `nil` where one is refused.
  var branches: [Branch?] = []
  /// The branches by their codes of eleven characters, and where each code stands.
  var branchOfCode: [String: BranchID] = [:]
  var placeOfCode: [String: Place] = [:]
  /// The windows of value dates that disturbances asked for, by whose hours they are.
  var windowsAsked = WindowBook()
  var pools: [Given<Pool>] = []
  /// Where each pool was given first.
  var poolPlaces: [Claims.BranchCurrency: Place] = [:]
  var corridors: [Given<Corridor>] = []
  /// Where each corridor was given first.
  var corridorPlaces: [Route: Place] = [:]
  /// How many pools and corridors are given, those counted that are refused as second ones.
  var expanded = (pools: 0, corridors: 0)
  /// The correspondents with hours in the order of the file, `nil` where one is refused, and their
  /// places by name.
  var correspondentPlaces: [String: Int] = [:]
  var correspondents: [Correspondent?] = []
  /// What refused entries would have given, so that nothing is said to miss it.
  var claims = Claims()
  var flows: [Given<Flow>] = []
  /// The expanded flows of each name in the file.
  var flowFamilies: [String: [Int]] = [:]
  /// The spread of each expanded flow's daily volume.
  var sigmas: [Double] = []
  /// The routes that payments take, each with the first place that says so.
  var routes: [(route: Route, place: Problem)] = []
  var usedRoutes: Set<Route> = []
  /// The ways of the routes; empty until a disturbance asks for them.
  var waysOfRoutes: Set<Way> = []
  /// What the payments of flows need that draw their ends: the ends, their currencies, the place.
  var spreads: [(ends: FlowEnds, route: Route, place: Problem)] = []
  /// How many pairs they have in all.
  var spreadPairs = 0
  /// Where each payment's id was given first.
  var paymentPlaces: [String: PaymentPlace] = [:]
  /// The files that give payments.
  var paymentFiles: [String] = []
  var volumes: CorrelatedVolumes?
  /// How many pairs correlations list, of rates first, then of flows.
  var correlatedPairs = 0
  var models: [Model] = []
  var disturbances: [Disturbance] = []
  var expectations: [Expectation] = []
  var sweep: Sweep?

  init(problems: ProblemList, folder: Folder) {
    (self.problems, self.folder) = (problems, folder)
  }

  /// An entity with the place in the file that gave it.
  struct Given<Entity> {
    let entity: Entity
    let written: Written
  }

  /// How many branches there may be.
  static let mostBranches = 1_000
  /// How many models there may be: what is compiled for each is held at once.
  static let mostModels = 100
  /// How many hops a corridor may have.
  static let mostHops = 100
  /// How many pools, corridors or flows lists of branches may expand to.
  static let mostExpanded = 2_000

  /// The scenario of a root in which single values are exchanged, `nil` where something is wrong.
  mutating func read(_ root: Written, assigning assigned: [(path: String, text: String)])
    -> Scenario?
  {
    guard !assigned.isEmpty else { return read(root, readsSweep: true) }
    var root = root
    for (path, text) in assigned {
      guard let way = try? root.way(to: path) else {
        preconditionFailure("the paths of a sweep are checked when it is read")
      }
      root = root.replacing(way, with: text)
      digest.combine(bytes: path.utf8)
      digest.combine(bytes: text.utf8)
    }
    return read(root, readsSweep: false)
  }

  /// The scenario whose root stands here, `nil` where something is wrong.
  private mutating func read(_ root: Written, readsSweep: Bool) -> Scenario? {
    guard let section = Section(root, as: ScenarioReader.rootShape, problems) else { return nil }
    let name = section.read("scenario") { ScenarioReader.isSlug($0) ? $0 : nil }
    readExperiment(section)
    readRates(section)
    readCalendars(section)
    readSystems(section)
    readBranches(section)
    readPools(section)
    readCorrespondents(section)
    readCorridors(section)
    readFlows(section)
    readCorrelations(section)
    readModels(section)
    readDisturbances(section)
    checkTheWhole(section)
    readExpectations(section)
    readPrecision(section)
    if readsSweep { readSweep(section) }
    guard problems.isEmpty, let name, let experiment, let rates else { return nil }
    return Scenario(
      name: name, title: section.read("title", ScenarioReader.text) ?? name,
      question: section.read("question", ScenarioReader.text) ?? "",
      description: section.read("description", ScenarioReader.text) ?? "", experiment: experiment,
      branches: branches.compactMap { $0 }, systems: systems.used, pools: pools.map(\.entity),
      correspondents: correspondents.compactMap { $0 }, corridors: corridors.map(\.entity),
      flows: flows.map(\.entity), volumes: volumes,
      rates: rates, models: models, disturbances: disturbances, expectations: expectations,
      sweep: sweep, defaults: problems.defaults, digest: digest)
  }

  private mutating func checkTheWhole(_ section: Section) {
    for key in ["title", "question", "description"] {
      _ = section.read(key, ScenarioReader.text)
    }
    checkRoutes()
    checkChains(section)
    checkVolumes()
    checkRates(section)
    checkYears(section)
    checkControl(section)
    reportUnused()
  }

  private static func isSlug(_ text: String) -> Bool {
    let isWord = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isWord && (1...64).contains(text.utf8.count) && !"_-".contains(text.first ?? "-")
  }

  /// A title or a description on one line.
  static func text(_ text: String) -> String? {
    guard Written.isText(text) else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
