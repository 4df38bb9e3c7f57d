import CGSL

/// The lower triangle L with L·Lᵀ = A, by GSL's `gsl_linalg_cholesky_decomp1`.
struct CholeskyFactor: Hashable, Sendable {
  /// Row `i` holds `i + 1` numbers.
  let rows: [[Double]]

  /// The factor of a symmetric matrix, or `nil` where it is not positive definite.
  ///
  /// - Precondition: `matrix` is square.
  init?(_ matrix: [[Double]]) {
    ErrorHandler.switchOff()
    let storage = Matrix(matrix)
    guard storage.decomposed() else { return nil }
    rows = matrix.indices.map { row in (0...row).map { storage[row, $0] } }
    // GSL looks for pivots of at most 0: what is no number passes it by.
    guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
  }

  /// The first row at which `matrix` stops being positive definite, or `nil`.
  static func firstFailingRow(of matrix: [[Double]]) -> Int? {
    matrix.indices.first { last in
      CholeskyFactor(matrix[...last].map { Array($0[...last]) }) == nil
    }
  }

  /// The owner of a GSL matrix.
  private struct Matrix: ~Copyable {
    private let pointer: UnsafeMutablePointer<gsl_matrix>

    init(_ rows: [[Double]]) {
      guard let pointer = gsl_matrix_alloc(rows.count, rows.count) else {
        preconditionFailure("GSL has no memory for a matrix of \(rows.count) rows")
      }
      self.pointer = pointer
      for (row, values) in rows.enumerated() {
        for (column, value) in values.enumerated() {
          gsl_matrix_set(pointer, row, column, value)
        }
      }
    }

    deinit { gsl_matrix_free(pointer) }

    /// Overwrites the matrix with its factor; false where there is none.
    func decomposed() -> Bool { gsl_linalg_cholesky_decomp1(pointer) == 0 }

    subscript(row: Int, column: Int) -> Double { gsl_matrix_get(pointer, row, column) }
  }
}
