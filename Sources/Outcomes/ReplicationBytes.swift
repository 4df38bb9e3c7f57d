public import Scenarios
import Vocabulary

/// The figures of a replication as bytes, so that a stopped run can go on where it was.
///
/// Numbers are kept bit by bit: figures that come back are those that went, and a study of them
/// gives the same bytes. Names are not kept but made anew from the scenario, since figures come in
/// a fixed order. A digest at the end tells whole bytes from torn ones.
///
/// A figure that is later than the horizon is kept by its lower bound, its place beside it.
///
/// Shape, in words of 64 bits: the rows of journeys; how many figures there are; then model by
/// model the values, the places of censored ones, the monitored values, the curve, the due
/// payments, three digests, the hours of the week, the balances of pools. Lists have their length
/// before them. The digest is that of all before it.
///
/// - Complexity: O(f) for f figures, 8 bytes each, 16 where they are later than the horizon.
public struct ReplicationBytes: Sendable {
  /// The figures of a replication in which nothing happened: the names in their order.
  private let names: [Figure]
  private let models: Int
  /// How many monitored values a replication has where it has any.
  private let monitored: Int

  /// Stands for a figure that a replication does not give; no arithmetic makes this NaN.
  fileprivate static let absent: UInt64 = 0x7FF8_6E6F_7468_6E67

  /// The bytes of a study's replications. The scenario is the one of the study: names and numbers
  /// of figures are its.
  public init(_ study: Study, scenario: Scenario) {
    names = study.names
    models = scenario.models.count
    monitored = study.monitoredCount
  }

  /// The figures of every model as bytes, with `rows` for their journeys.
  ///
  /// - Precondition: The figures are those of a record of this scenario, in their order.
  public func bytes(of figures: [ReplicationFigures], rows: String) -> [UInt8] {
    var writer = WordWriter()
    writer.write(rows)
    writer.write(UInt64(names.count))
    for model in figures {
      precondition(model.figures.count == names.count, "figures come in a fixed order")
      writer.write(model.figures.map(\.observation.bound))
      writer.write(
        model.figures.indices.filter { model.figures[$0].observation.isCensored }.map(Int64.init))
      writer.write(UInt64(model.monitoring.count))
      writer.write(model.monitoring)
      writer.write(model.creditedWithin)
      writer.write(UInt64(bitPattern: model.expected))
      for digest in model.digests { writer.write(digest.value) }
      writer.write(model.hoursOfWeek.words)
      writer.write(UInt64(model.balances.count))
      for balances in model.balances { writer.write(balances) }
    }
    return writer.sealed
  }

  /// The figures of every model, their journeys as rows; `nil` where the bytes are torn or of
  /// another layout.
  ///
  /// Any bytes may be given: no length that they say is trusted before it is held against what is
  /// left. Journeys come back as the text that was stored, the journeys of the figures are empty.
  public func figures(from bytes: [UInt8]) -> (figures: [ReplicationFigures], rows: String)? {
    guard var reader = WordReader(bytes), let rows = reader.nextText(),
      reader.next() == UInt64(names.count)
    else { return nil }
    var figures: [ReplicationFigures] = []
    for _ in 0..<models {
      guard let model = self.model(&reader) else { return nil }
      figures.append(model)
    }
    return reader.isAtEnd ? (figures, rows) : nil
  }

  /// The figures of one model; `nil` where what comes next cannot be these.
  private func model(_ reader: inout WordReader) -> ReplicationFigures? {
    var figures = names
    guard let values = reader.nextValues(UInt64(figures.count)), let censored = reader.nextList(),
      let count = reader.next(), count == 0 || count == UInt64(monitored),
      let monitoring = reader.nextValues(count)
    else { return nil }
    for (place, value) in values.enumerated() { figures[place].observation = Observation(value) }
    for place in censored {
      guard figures.indices.contains(Int(place)), let bound = values[Int(place)] else { return nil }
      figures[Int(place)].observation = .laterThan(bound)
    }
    guard let creditedWithin = reader.nextList(), let expected = reader.next() else { return nil }
    var digests: [Digest] = []
    for _ in 0..<3 {
      guard let word = reader.next() else { return nil }
      digests.append(Digest(at: word))
    }
    guard let words = reader.nextList(), let hoursOfWeek = HourTally(words: words),
      creditedWithin.count == CreditTimes.seconds.count, let pools = reader.next(),
      pools <= UInt64(reader.left)
    else { return nil }
    var balances: [[Int64]] = []
    for _ in 0..<pools {
      guard let list = reader.nextList() else { return nil }
      balances.append(list)
    }
    return ReplicationFigures(
      figures: figures, creditedWithin: creditedWithin, expected: Int64(bitPattern: expected),
      monitoring: monitoring, digests: digests, hoursOfWeek: hoursOfWeek,
      balances: balances, journeys: [])
  }
}

/// Words of 64 bits one after the other, little end first.
private struct WordWriter {
  private var bytes: [UInt8] = []

  /// Writes eight bytes, the lowest first.
  mutating func write(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  /// Writes how many there are, then them.
  mutating func write(_ list: [Int64]) {
    write(UInt64(list.count))
    for number in list { write(UInt64(bitPattern: number)) }
  }

  /// Writes values, each a word.
  mutating func write(_ values: [Double?]) {
    for value in values { write(value?.bitPattern ?? ReplicationBytes.absent) }
  }

  /// Writes how many bytes a text has, then them, with zeros up to a whole word.
  mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    bytes += text.utf8
    bytes += repeatElement(0, count: -text.utf8.count & 7)
  }

  /// What was written with its digest behind it.
  ///
  /// - Complexity: O(n) in the bytes.
  var sealed: [UInt8] {
    var whole = self
    var digest = Digest()
    digest.combine(bytes: bytes)
    whole.write(digest.value)
    return whole.bytes
  }
}

/// Reads what a `WordWriter` sealed.
private struct WordReader {
  private var rest: ArraySlice<UInt8>

  /// - Returns: `nil` where the bytes are not those that were sealed.
  init?(_ bytes: [UInt8]) {
    guard bytes.count % 8 == 0, bytes.count >= 8 else { return nil }
    rest = bytes.suffix(8)
    let seal = next()
    rest = bytes.dropLast(8)
    var digest = Digest()
    digest.combine(bytes: rest)
    guard digest.value == seal else { return nil }
  }

  /// How many words are left.
  var left: Int { rest.count / 8 }
  /// Whether nothing is left: bytes behind the last word that is due are another layout.
  var isAtEnd: Bool { rest.isEmpty }

  /// The next word.
  mutating func next() -> UInt64? {
    guard left > 0 else { return nil }
    defer { rest = rest.dropFirst(8) }
    return rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  /// A number of words and so many words. `nil` where fewer are left than it says.
  mutating func nextList() -> [Int64]? {
    guard let count = next(), count <= UInt64(left) else { return nil }
    return (0..<count).compactMap { _ in next().map(Int64.init(bitPattern:)) }
  }

  /// So many values.
  mutating func nextValues(_ count: UInt64) -> [Double?]? {
    guard count <= UInt64(left) else { return nil }
    return (0..<count).map { _ in
      let word = next() ?? ReplicationBytes.absent
      return word == ReplicationBytes.absent ? nil : Double(bitPattern: word)
    }
  }

  /// A number of bytes and a text of so many. Bytes up to the next whole word are passed over.
  mutating func nextText() -> String? {
    guard let count = next(), count <= UInt64(rest.count) else { return nil }
    defer { rest = rest.dropFirst((Int(count) + 7) / 8 * 8) }
    return String(decoding: rest.prefix(Int(count)), as: UTF8.self)
  }
}
