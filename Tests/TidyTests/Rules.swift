extension Rule {
  /// Every rule of the house that a pattern can tell.
  static let all = repeatability + failures + output + leftovers + walls

  /// What one part of a layer keeps from the others.
  private static let walls = [
    Rule(
      #"(?<!`)@_\w+"#, in: Place("Sources/", except: ["Sources/Nostro/Nostro.swift"]),
      "do without: an attribute with an underscore may change between compilers",
      breaks: ["@_exported import Scenarios", "@_spi(Tests) public func f()"],
      keeps: ["@main struct Nostro {", "@inlinable func f()", "// @_exported"]),
    Rule(
      #"\b(Posting|Ledger)\s*\("#,
      in: Place("Sources/Settlement/", except: ["Sources/Settlement/Stations/Treasury"]),
      "ask the `Treasury`, which moves pools with their accounts",
      breaks: ["ledger.post(Posting(a, 1), b)", "var books = Ledger(accounts: all)"],
      keeps: ["awaitPosting(slot)", "/// Posting (a run)", "schedulePosting(of: branch)"]),
  ]

  private static let belowCommandLine = Place(
    "Sources/",
    except: [
      "Sources/Commands/", "Sources/Experiments/Files/", "Sources/Experiments/Store/",
      "Sources/Benchmarks/",
    ])
  private static let sources = Place("Sources/")
  private static let written = Place(
    "Sources/", "Tests/", "Scenarios/", "Package.swift", ".ci/")

  /// What makes two runs differ.
  private static let repeatability = [
    Rule(
      #"\bDate\s*\(\s*\)|\bDate\.now\b|\btimeInterval\w*SinceNow\b"#, in: belowCommandLine,
      "take the simulated time, `Clock.now`, or an `Instant` from the scenario",
      breaks: ["let now = Date()", "let now = Date.now", "x.timeIntervalSinceNow"],
      keeps: ["Date(timeIntervalSince1970: 0)", "CivilDate()", "// Date()", #"let a = "Date()""#]),
    Rule(
      #"\b(ContinuousClock|SuspendingClock|DispatchTime|DispatchWallTime|clock_gettime"#
        + #"|gettimeofday|systemUptime|mach_absolute_time|CFAbsoluteTimeGetCurrent)\b"#
        + #"|(?<![\w.])(?<!func )(time|clock|localtime|gmtime)\s*\((nil|&|\))"#,
      in: belowCommandLine,
      "take the simulated time, `Clock.now`; the command line alone looks at a clock",
      breaks: [
        "ContinuousClock.now", "SuspendingClock()", "clock_gettime(CLOCK_REALTIME, &t)",
        "time(nil)",
        "clock()",
      ],
      keeps: ["func time(nil: Int)", "wall.time(nil)", "// ContinuousClock", "time(instant)"]),
    Rule(
      #"\bSystemRandomNumberGenerator\b|\barc4random\w*\b|\bdrand48\b"#, in: sources,
      "draw from a named `RandomStream`",
      breaks: ["var g = SystemRandomNumberGenerator()", "arc4random_uniform(6)"],
      keeps: ["/// Never a SystemRandomNumberGenerator."]),
    Rule(
      #"\.(random|randomElement|shuffled|shuffle)\s*\("#, in: sources,
      "draw from a named `RandomStream`: the standard library may draw otherwise tomorrow",
      breaks: ["Int.random(in: 0..<6)", "list.shuffled()", "list.randomElement(using: &g)"],
      keeps: ["randomStream(of: flow)", ".randomness"]),
    Rule(
      #"\bHasher\s*\(|\.hashValue\b|(?<!inout )\bHasher\b(?!\s*\()"#, in: sources,
      "fold the facts into a `Digest`: a hash differs from run to run",
      breaks: ["var hasher = Hasher()", "x.hashValue", "let h: Hasher"],
      keeps: ["func hash(into hasher: inout Hasher) { hasher.combine(name) }", ": Hashable"]),
    Rule(
      #"\b(Task\s*\.\s*sleep|usleep|nanosleep)\b|(?<![\w.])sleep\s*\("#,
      in: Place("Sources/", "Tests/"),
      "wait for the event itself, with a limit",
      breaks: ["try await Task.sleep(for: .seconds(1))", "usleep(10)", "sleep(1)"],
      keeps: ["oversleep(1)", "// sleep(1)"]),
  ]

  /// What turns a failure into a crash or hides a race.
  private static let failures = [
    Rule(
      #"@unchecked\b"#, in: sources, "make the type a value, or guard its state with an actor",
      breaks: ["final class Box: @unchecked Sendable {}"], keeps: ["// @unchecked", "unchecked"]),
    Rule(
      #"\bnonisolated\s*\(\s*unsafe\s*\)"#, in: sources, "make it a `let`, or pass it along",
      breaks: ["nonisolated(unsafe) var count = 0"], keeps: ["nonisolated func f() {}"]),
    Rule(
      #"\b(try|as)!"#, in: sources, "throw a typed error, or trap with a sentence",
      breaks: ["try! read()", "x as! Int"], keeps: ["try? close()", "x as? Int", "entry != nil"]),
    Rule(
      #"(?<=[\w)\]>])!(?![=\w])"#, in: sources,
      "unwrap with `guard let`, and trap with a sentence where it cannot be",
      breaks: ["names.first!", "table[name]!.rows", "let x: Int!", "f()!"],
      keeps: ["a != b", "!isOpen", #"".wide{display:none!important}""#, "return !x", "x!=y"]),
    Rule(
      #"\bfatalError\s*\("#,
      in: Place(
        "Sources/",
        // Their invariants must tell their sentence in release too, where a precondition is mute.
        except: ["Sources/Bookkeeping/Ledger", "Sources/EventKernel/EventQueue.swift"]),
      "write `precondition` or `preconditionFailure` with a sentence",
      breaks: [#"fatalError("no")"#], keeps: [#"preconditionFailure("no")"#, "// fatalError()"]),
    Rule(
      #"\bunsafeFlags\b"#, in: Place("Package.swift", "Sources/"),
      "do without: a package with unsafe flags cannot be depended on",
      breaks: [#".unsafeFlags(["-Ounchecked"])"#], keeps: ["// unsafeFlags"]),
  ]

  /// What writes to the standard output unasked.
  private static let output = [
    Rule(
      #"(?<![\w.])(?<!func )(print|debugPrint|dump)\s*\(|\bSwift\.(print|debugPrint|dump)\b"#,
      in: Place("Sources/", except: ["Sources/Commands/Output/", "Sources/Benchmarks/"]),
      "return the text; the command line writes it with `Output.write`",
      breaks: ["print(balance)", "debugPrint(x)", "Swift.print(x)"],
      keeps: ["results.print(options)", "func print(_ x: Int) {}", "blueprint(x)", "// print(x)"]),
    Rule(
      #"\b(standardOutput|standardError|STDOUT_FILENO|STDERR_FILENO|stdout|stderr)\b"#,
      in: belowCommandLine, "return the text; the command line alone writes to its streams",
      breaks: ["FileHandle.standardOutput.write(data)", "fputs(text, stderr)"],
      keeps: ["// stdout", "standardOutputs"]),
  ]

  /// What was meant to go before it was committed.
  private static let leftovers = [
    Rule(
      #"\b([T]ODO|[F]IXME|[X]XX|[H]ACK)\b"#,
      in: Place("Sources/", "Tests/", "Package.swift"),
      reading: .codeAndComments, "do it, or say in the README what is missing",
      breaks: ["// TO" + "DO: round", "/* FIX" + "ME */", "// XX" + "X"],
      keeps: ["let toDo = 1", #"("XX"# + #"X", 0)"#, "// hacks"]),
    Rule(
      #"(?<![\w.*})\]])/(home|root|tmp|var|mnt|opt|Users|Volumes)/"#, in: written,
      reading: .everything, "name files by their paths from the root of the package",
      breaks: ["let path = \"/Us" + "ers/me/nostro\"", "# see /ho" + "me/me/notes.md"],
      keeps: ["let home = folder/home/x", "https://example.org/home/", "w/var/x"]),
    Rule(
      #"\.\./\w"#, in: Place("Sources/", "Scenarios/", "Package.swift"),
      reading: .everything,
      "name files inside the package",
      breaks: ["let path = \"../" + "notes\"", "# see ../" + "facts"],
      keeps: ["0.../* all */", "expected a path without '..'"]),
  ]
}
