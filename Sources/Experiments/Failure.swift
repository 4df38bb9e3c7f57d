import Foundation
public import Settlement

/// Work that ended without a result: of what kind, and what is wrong, a sentence each.
///
/// All problems of one step are told at once. Where a sentence is of a file, it starts with its path
/// and line, as in `bank.yaml:12: unknown key 'flow': did you mean 'flows'?`.
///
///     do { scenario = try Scenario.loaded(from: path) } catch {
///       for problem in error.problems { log("\(problem)") }
///       retry = error.kind == .noInput
///     }
public struct Failure: Error, Sendable {
  /// What kind of failure it is. Each ends a program with the exit code of `sysexits.h` named here.
  public enum Kind: Hashable, Sendable {
    /// What was asked for does not go together: 64.
    case usage
    /// Input that cannot be meant, or takes more than the terms allow: 65.
    case badInput
    /// Input that is not there or cannot be opened: 66.
    case noInput
    /// An answer that does not pass its own check, a fault of this package: 70.
    case fault
    /// Output that cannot be written, or would replace what others wrote: 73.
    case noOutput
    /// The reader of a stream has gone, as after `| head`; nobody is told anything.
    case readerIsGone
  }

  /// What could be done about a problem, where what to do depends on who asks.
  public enum Remedy: Hashable, Sendable {
    /// `RunTerms.maxEvents` allows a replication more events; a shorter run needs fewer.
    case moreEvents
    /// Another folder for the results.
    case anotherFolder
    /// Another folder for the results, or the file in the way is moved.
    case anotherFolderOrMoved
    /// A run without a store.
    case noStore
    /// A run that stores no more; what was stored before is kept.
    case noStoring
  }

  /// One thing that is wrong.
  public struct Problem: Hashable, Sendable {
    /// What is wrong, without the remedy and without a full stop.
    public let sentence: String
    /// What could be done, where the sentence leaves it open.
    public let remedy: Remedy?
    /// The replication that was given up, where that is the problem.
    public let tooManyEvents: TooManyEvents?

    /// A problem.
    public init(
      _ sentence: String, remedy: Remedy? = nil, tooManyEvents: TooManyEvents? = nil
    ) {
      (self.sentence, self.remedy, self.tooManyEvents) = (sentence, remedy, tooManyEvents)
    }
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What is wrong, in the order in which it was found; empty only of `readerIsGone`.
  public let problems: [Problem]

  /// A failure with its problems.
  public init(_ kind: Kind, _ problems: [Problem]) { (self.kind, self.problems) = (kind, problems) }

  /// A failure with its problems as sentences.
  package init(_ kind: Kind, _ sentences: [String]) {
    self.init(kind, sentences.map { Problem($0) })
  }

  /// The problems of one kind of failure; of several failures to read, those that are not there tell
  /// the kind.
  package init(all failures: [Failure]) {
    precondition(!failures.isEmpty, "a failure has a kind")
    let isMissing = failures.contains { $0.kind == .noInput }
    self.init(isMissing ? .noInput : failures[0].kind, failures.flatMap(\.problems))
  }
}

extension Failure: CustomStringConvertible {
  /// The problems, a line each.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension Failure.Problem: CustomStringConvertible {
  /// The sentence with what could be done in the words of this library.
  public var description: String {
    switch remedy {
    case nil: sentence
    case .moreEvents: "\(sentence); RunTerms.maxEvents allows more, a shorter run needs fewer"
    case .anotherFolder: "\(sentence): expected another folder"
    case .anotherFolderOrMoved: "\(sentence): expected another folder, or that it is moved away"
    case .noStore: "\(sentence); a run without a store goes without it"
    case .noStoring: "\(sentence), a run without a store needs none"
    }
  }
}

extension Failure {
  /// Bad input.
  package static func badInput(_ sentences: [String]) -> Failure { Failure(.badInput, sentences) }
  /// Bad input.
  package static func badInput(_ sentence: String) -> Failure { badInput([sentence]) }
  /// Input that is not there or cannot be read.
  package static func noInput(_ sentence: String) -> Failure { Failure(.noInput, [sentence]) }
  /// Output that cannot be written.
  package static func noOutput(_ sentence: String) -> Failure { Failure(.noOutput, [sentence]) }

  /// Output that cannot be written, and why; silent where its reader has gone.
  ///
  /// - Parameter number: The number of the system's error.
  package static func noOutput(_ name: String, _ number: Int32) -> Failure {
    guard number != EPIPE else { return readerIsGone }
    return noOutput("\(name): cannot be written: \(String(cString: strerror(number)))")
  }

  /// The end of a program whose output nobody reads any more. Most often the signal itself ends the
  /// process.
  package static let readerIsGone = Failure(.readerIsGone, [Problem]())

  /// Does what throws failures through code that does not say so: closures of the layers below.
  ///
  /// - Throws: The failure; another error, which none of them throws, as a fault.
  package static func typed<Value>(_ work: () throws -> Value) throws(Failure) -> Value {
    do { return try work() } catch let failure as Failure { throw failure } catch {
      throw Failure(.fault, ["\(error)"])
    }
  }
}
