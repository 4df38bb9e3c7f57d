// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that whoever depends on nostro does not fetch what only the rivals of the
// benchmarks need. Nostro is named here since its folder may bear any name.
let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "nostro", path: "../.."),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "Nostro", package: "nostro"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      path: ".",
      exclude: ["Package.swift"],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
