/// Work over the cores whose results are taken in the order of their numbers.
///
/// Each piece is a pure function of its number, so that the results are the same for any number
/// of threads. At most a few pieces wait for an earlier one: memory does not grow with the count.
enum InOrder {
  /// Does pieces 0 ..< `count`, `threads` at once, and hands each result on in order, until one is
  /// told to be the last.
  ///
  /// An error is thrown when the piece's turn has come: the same one for any number of threads. At
  /// most `4 * threads` pieces are begun and not yet taken.
  ///
  /// - Parameters:
  ///   - threads: How many pieces are done at once, from 1.
  ///   - take: Says whether to go on; what was begun beyond the last is thrown away. Called by one
  ///     thread at a time.
  static func run<Piece: Sendable, Refusal: Error>(
    _ count: Int, threads: Int,
    work: @escaping @Sendable (Int) async throws(Refusal) -> Piece,
    take: (Int, Piece) throws(Refusal) -> Bool
  ) async throws(Refusal) {
    precondition(threads >= 1, "work needs a thread")
    let ending = await withTaskGroup(of: (Int, Result<Piece, Refusal>).self) { group in
      var waiting: [Int: Result<Piece, Refusal>] = [:]
      var (started, taken) = (0, 0)
      while taken < count {
        while started < count, started - taken - waiting.count < threads,
          started - taken < 4 * threads
        {
          let number = started
          group.addTask { (number, await result(of: number, work)) }
          started += 1
        }
        guard let (number, result) = await group.next() else { break }
        waiting[number] = result
        while let next = waiting.removeValue(forKey: taken) {
          switch isTaken(taken, next, take) {
          case .success(true): taken += 1
          case .success(false): return Result<Void, Refusal>.success(())
          case .failure(let error): return .failure(error)
          }
        }
      }
      return .success(())
    }
    try ending.get()
  }

  private static func result<Piece: Sendable, Refusal: Error>(
    of number: Int, _ work: @Sendable (Int) async throws(Refusal) -> Piece
  ) async -> Result<Piece, Refusal> {
    do throws(Refusal) { return .success(try await work(number)) } catch { return .failure(error) }
  }

  private static func isTaken<Piece, Refusal: Error>(
    _ number: Int, _ result: Result<Piece, Refusal>,
    _ take: (Int, Piece) throws(Refusal) -> Bool
  ) -> Result<Bool, Refusal> {
    do throws(Refusal) { return .success(try take(number, result.get())) } catch {
      return .failure(error)
    }
  }
}
