import Calendars
import Chance
import Vocabulary

/// Reads one scenario file section by section; later sections refer by name to what earlier ones
/// gave.
///
/// An entity that is refused keeps its name, so that one mistake is reported once and not again at
/// every reference.
///
/// Shape: branches, systems in use, correspondents, pools, routes, flows and models lie in
/// arrays, in the order of the file (systems in that of their first use); all else refers to them
/// by their place in these. A refused branch or correspondent is a `nil` at its place, so that the
/// places of the others are known at once.
///
/// Nothing here stops at the first problem: a function returns `nil` where something of its section
/// is refused and leaves the reason in `problems`. A `Scenario` is made only if that list is empty.
struct ScenarioReader {
  let problems: ProblemList
  let folder: Folder
  /// The digest of every file read so far.
  var digest = Digest()
  /// Compiled clocks by identifier, and why those are refused that are none.
  var zones: [String: Zone] = [:]
  /// Why those identifiers are refused that name no clock: the sentence is made once.
  var refusedZones: [String: String] = [:]
  /// The calendars that can be named, and which of them are.
  var calendars = CalendarBook()
  /// The settlement systems that can be named, and which of them are in use.
  var systems = SystemBook()
  /// How the scenario is run; `nil` where that section is refused, which is why checks against it
  /// do nothing then.
  var experiment: Experiment?
  /// What says when enough replications have been run, to be read once figures have names.
  var precision: YAMLValue?
  /// The mid rates; `nil` until they are read, where they are refused, and without `exchange-rates`
  /// until `checkRates` makes a table of one currency.
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
  /// Where each code of eleven characters was given.
  var placeOfCode: [String: Place] = [:]
  /// The windows of value dates that disturbances asked for, by whose hours they are.
  var windowsAsked = WindowBook()
  /// The pools, one for each branch and currency, in the order of the file.
  var pools: [Given<Pool>] = []
  /// Where each pool was given first.
  var poolPlaces: [RefusedEntries.BranchCurrency: Place] = [:]
  /// The routes in the order of the file: of those with the same ends and currencies the first
  /// is preferred.
  var routes: [Given<CorrespondentRoute>] = []
  /// Where each route was given first.
  var corridorPlaces: [Corridor: Place] = [:]
  /// How many pools and routes are given, those counted that are refused as second ones.
  var expanded = (pools: 0, routes: 0)
  /// The places by name of the correspondents that have hours of their own.
  var correspondentPlaces: [String: Int] = [:]
  /// The correspondents in the same order, `nil` where one is refused.
  var correspondents: [Correspondent?] = []
  /// What refused entries would have given, so that nothing is said to miss it.
  var claims = RefusedEntries()
  /// The flows as they are run: one for each pair of ends, unless a flow draws its ends.
  var flows: [Given<Flow>] = []
  /// The expanded flows of each name in the file.
  var flowFamilies: [String: [Int]] = [:]
  /// The spread of each expanded flow's daily volume.
  ///
  /// Of the logarithm of the volume; in the order of `flows`, 0 for listed payments.
  var sigmas: [Double] = []
  /// The corridors that payments take, each with the first place that says so.
  var corridors: [(corridor: Corridor, place: Problem)] = []
  /// The corridors of `corridors`, to find a second one in O(1).
  var usedCorridors: Set<Corridor> = []
  /// The ends that payments go between; empty until a disturbance asks for them.
  var travelled: Set<Ends> = []
  /// The ends of each flow that draws them; empty until somebody asks.
  var travelledBySpreads: [(payers: Set<Party>, payees: Set<Party>, currency: Currency)] = []
  /// What the payments of flows need that draw their ends: the ends, their currencies, the place.
  var spreads: [(ends: FlowEnds, corridor: Corridor, place: Problem)] = []
  /// How many pairs they have in all.
  var spreadPairs = 0
  /// Where each payment's id was given first.
  var paymentPlaces: [String: PaymentPlace] = [:]
  /// The files that give payments.
  var paymentFiles: [String] = []
  /// How the daily volumes move; `nil` where no flow has a `volume-sigma`.
  var volumes: CorrelatedVolumes?
  /// How many pairs correlations list, of rates first, then of flows.
  var correlatedPairs = 0
  /// The models that could be read, in the order of the file.
  var models: [Model] = []
  var disturbances: [Disturbance] = []
  var expectations: [Expectation] = []
  /// The sweep, of a scenario that is read as it stands; cells have none.
  var sweep: Sweep?

  init(problems: ProblemList, folder: Folder) {
    (self.problems, self.folder) = (problems, folder)
  }

  /// An entity with the place in the file that gave it, for problems that are found later.
  struct Given<Entity> {
    let entity: Entity
    let written: YAMLValue
  }

  /// How many branches there may be.
  static let mostBranches = 1_000
  /// How many models there may be: what is compiled for each is held at once.
  static let mostModels = 100
  /// How many hops a route may have.
  static let mostHops = 100
  /// How many pools, routes or flows lists of branches may expand to.
  static let mostExpanded = 2_000

  /// The scenario of a root in which single values are exchanged, `nil` where something is wrong.
  mutating func read(_ root: YAMLValue, assigning assigned: [(path: String, text: String)])
    -> Scenario?
  {
    guard !assigned.isEmpty else { return read(root, readsSweep: true) }
    var root = root
    for (path, text) in assigned {
      guard let way = try? root.places(to: path) else {
        preconditionFailure("the paths of a sweep are checked when it is read")
      }
      root = root.replacing(way, with: text)
      digest.combine(bytes: path.utf8)
      digest.combine(bytes: text.utf8)
    }
    return read(root, readsSweep: false)
  }

  /// The scenario whose root stands here, `nil` where something is wrong.
  ///
  /// The order is that of reference: branches before pools, rates before routes and flows,
  /// models before disturbances (an outage names the rail of a model). Figures of expectations and
  /// of the precision have names only when all else is sound, and are read last; a sweep names
  /// values of the whole file.
  ///
  /// - Complexity: O(n) in the bytes of all files, but for the matrix of correlated flows, O(f³)
  ///   for at most 500 of them, and that of rates likewise.
  private mutating func read(_ root: YAMLValue, readsSweep: Bool) -> Scenario? {
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
      correspondents: correspondents.compactMap { $0 }, routes: routes.map(\.entity),
      flows: flows.map(\.entity), volumes: volumes,
      rates: rates, models: models, disturbances: disturbances, expectations: expectations,
      sweep: sweep, defaults: problems.defaults, digest: digest)
  }

  /// Checks what holds between sections, once all are read; each check is silent about what a
  /// refused section would have given (`RefusedEntries`).
  private mutating func checkTheWhole(_ section: Section) {
    for key in ["title", "question", "description"] {
      _ = section.read(key, ScenarioReader.text)
    }
    checkCorridors()
    checkChains(section)
    checkVolumes()
    checkRates(section)
    checkYears(section)
    checkControl(section)
    reportUnused()
  }

  /// Whether a text can be the name of the folder of a report: no separator, no point, at most 64
  /// characters of ASCII, the first a letter or a digit.
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
  ///
  /// Line breaks and runs of blanks become one blank: YAML's block scalars bring them.
  ///
  /// - Returns: `nil` for a text that is empty or holds what does not print.
  static func text(_ text: String) -> String? {
    guard YAMLValue.isText(text) else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
