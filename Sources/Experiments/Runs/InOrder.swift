/// Work over the cores whose results are taken in the order of their numbers.
///
/// Each piece is a pure function of its number, so that the results are the same for any number
/// of threads. At most a few pieces wait for an earlier one: memory does not grow with the count.
package enum InOrder {
  /// Does pieces 0 ..< `count`, `concurrency` at once, and hands each result on in order, until one
  /// is told to be the last.
  ///
  /// An error is thrown when the piece's turn has come: the same one for any number of threads.
  ///
  /// - Parameter take: Says whether to go on; what was begun beyond the last is thrown away.
  package static func run<Piece: Sendable>(
    _ count: Int, concurrency: Int, work: @escaping @Sendable (Int) async throws -> Piece,
    take: (Int, Piece) throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result<Piece, any Error>).self) { group in
      var waiting: [Int: Result<Piece, any Error>] = [:]
      var (started, taken) = (0, 0)
      while taken < count {
        while started < count, started - taken - waiting.count < concurrency,
          started - taken < 4 * concurrency
        {
          let number = started
          group.addTask {
            do { return (number, .success(try await work(number))) } catch {
              return (number, .failure(error))
            }
          }
          started += 1
        }
        guard let (number, result) = try await group.next() else { break }
        waiting[number] = result
        while let next = waiting.removeValue(forKey: taken) {
          guard try take(taken, next.get()) else { return }
          taken += 1
        }
      }
    }
  }
}
