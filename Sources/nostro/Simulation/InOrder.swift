/// Work over the cores whose results are taken in the order of their numbers.
///
/// Each piece is a pure function of its number, so that the results are the same for any number
/// of threads. At most a few pieces wait for an earlier one: memory does not grow with the count.
enum InOrder {
  /// Does pieces 0 ..< `count`, `concurrency` at once, and hands each result on in order, until one
  /// is told to be the last.
  ///
  /// - Parameter take: Says whether to go on; what was begun beyond the last is thrown away.
  static func run<Result: Sendable>(
    _ count: Int, concurrency: Int, work: @escaping @Sendable (Int) async throws -> Result,
    take: (Int, Result) throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var (started, taken) = (0, 0)
      while taken < count {
        while started < count, started - taken - waiting.count < concurrency,
          started - taken < 4 * concurrency
        {
          let number = started
          group.addTask { (number, try await work(number)) }
          started += 1
        }
        guard let (number, result) = try await group.next() else { break }
        waiting[number] = result
        while let next = waiting.removeValue(forKey: taken) {
          guard try take(taken, next) else { return }
          taken += 1
        }
      }
    }
  }
}
