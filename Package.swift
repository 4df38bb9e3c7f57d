// swift-tools-version: 6.2

import PackageDescription

/// The settings of every target: Swift 6 mode, explicit existentials, imports that are internal
/// unless said otherwise, members visible only where their module is imported, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One layer of the house, its arrows down as listed in `Sources/README.md`.
func layer(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: strict)
}

/// The tests of one layer, with what all tests share.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: ["TestSupport"] + dependencies, resources: resources,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// The templates, the style and the script of the page.
let pageParts = [
  "page.html", "section.html", "figure.html", "table.html", "linked.html", "colours.css",
  "layout.css", "tables.css", "pictures.css", "heat.css", "bands.css", "media.css", "sort.js",
]

let package = Package(
  name: "nostro",
  products: [
    .executable(name: "nostro", targets: ["Commands"]),
    // `import Nostro` brings all of them; each can be imported by its own name too.
    .library(
      name: "Nostro",
      targets: [
        "Nostro", "Vocabulary", "Calendars", "EventKernel", "Chance", "Bookkeeping", "Measures",
        "Liquidity", "Scenarios", "Settlement", "Outcomes", "Reporting", "Experiments",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .target(name: "CLanes"),
    layer("Vocabulary", []),
    layer(
      "Calendars", ["Vocabulary"], exclude: ["Published/README.md"],
      resources: [.embedInCode("Published/systems.csv")]),
    layer("EventKernel", ["Vocabulary"]),
    layer("Chance", ["Vocabulary", "CGSL"]),
    layer("Bookkeeping", ["Vocabulary"]),
    layer("Measures", ["Vocabulary"]),
    layer("Liquidity", ["CGSL", "CLanes"]),
    layer("Scenarios", ["Vocabulary", "Calendars", "Chance", "Measures", yams]),
    layer(
      "Settlement",
      [
        "Vocabulary", "Calendars", "EventKernel", "Chance", "Bookkeeping", "Liquidity", "Scenarios",
      ]),
    layer(
      "Outcomes", ["Vocabulary", "Bookkeeping", "Liquidity", "Measures", "Scenarios", "CGSL"]),
    layer(
      "Reporting", ["Vocabulary", "Bookkeeping", "Measures", "Outcomes", mustache],
      resources: pageParts.map { .embedInCode("Page/Parts/" + $0) }),
    layer(
      "Experiments",
      [
        "Vocabulary", "Calendars", "Bookkeeping", "Liquidity", "Measures", "Scenarios",
        "Settlement", "Outcomes", "Reporting",
      ]),
    layer(
      "Nostro",
      [
        "Vocabulary", "Calendars", "EventKernel", "Chance", "Bookkeeping", "Measures", "Liquidity",
        "Scenarios", "Settlement", "Outcomes", "Reporting", "Experiments",
      ]),
    .executableTarget(
      name: "Commands",
      dependencies: [
        "Vocabulary", "Calendars", "Bookkeeping", "Liquidity", "Measures", "Scenarios",
        "Settlement", "Outcomes", "Reporting", "Experiments", argumentParser,
      ],
      swiftSettings: strict),
    // What the test targets share; no product and no layer.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // Metrics as literals, for the tests that write many; elsewhere they would slow type checking.
    .target(
      name: "MeasureLiterals", dependencies: ["Measures"], path: "Tests/MeasureLiterals",
      swiftSettings: strict),
    tests("VocabularyTests", ["Vocabulary"], resources: [.copy("Reference")]),
    tests("CalendarsTests", ["Vocabulary", "Calendars"], resources: [.copy("Reference")]),
    tests("EventKernelTests", ["Vocabulary", "EventKernel"]),
    tests("ChanceTests", ["Vocabulary", "CGSL", "Chance"]),
    tests("BookkeepingTests", ["Vocabulary", "Bookkeeping"]),
    tests("MeasuresTests", ["Vocabulary", "Measures"]),
    tests("LiquidityTests", ["Vocabulary", "Liquidity"], resources: [.copy("Cases")]),
    tests("ScenariosTests", ["Vocabulary", "Calendars", "Chance", "Measures", "Scenarios"]),
    tests(
      "SettlementTests",
      [
        "Vocabulary", "Calendars", "Chance", "Bookkeeping", "Liquidity", "Scenarios", "Settlement",
      ]),
    tests(
      "OutcomesTests",
      [
        "MeasureLiterals", "Vocabulary", "Bookkeeping", "Measures", "Scenarios", "Settlement",
        "Outcomes",
      ]),
    tests(
      "CoverageTests",
      [
        "Vocabulary", "EventKernel", "Chance", "Bookkeeping", "Liquidity", "Scenarios",
        "Settlement", "Outcomes",
      ]),
    tests(
      "ReportingTests",
      ["MeasureLiterals", "Vocabulary", "Bookkeeping", "Measures", "Outcomes", "Reporting"]),
    tests(
      "RegressionTests",
      [
        "Vocabulary", "Calendars", "Bookkeeping", "Measures", "Scenarios", "Settlement",
        "Outcomes", "Reporting",
      ]),
    tests("CommandTests", ["Commands"], resources: [.copy("Scenarios"), .copy("Snapshots")]),
    tests(
      "ExperimentsTests",
      ["Nostro", "Experiments", "Vocabulary", "Scenarios", "Settlement", "Outcomes", "Reporting"]),
    tests("ErrorMessageTests", ["Scenarios"], resources: [.copy("Files")]),
    tests("DocumentTests", ["Vocabulary", "Scenarios", "Settlement"]),
    tests("TidyTests", []),
  ]
)

// The fuzzer brings the `main` of this program: it is built when asked for, by Tests/Fuzzing/run.
if Context.environment["NOSTRO_FUZZING"] != nil {
  let readers: [Target.Dependency] = ["Vocabulary", "Calendars", "Scenarios", "Settlement"]
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: readers, path: "Tests/Fuzzing", exclude: ["run"],
      swiftSettings: strict))
}
