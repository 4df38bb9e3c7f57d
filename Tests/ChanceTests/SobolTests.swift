import Chance
import Testing

@Suite struct SobolTests {
  private func points(_ count: Int, dimensions: Int) -> [[Double]] {
    var sequence = Sobol(dimensions: dimensions)
    return (0..<count).map { _ in sequence.next() }
  }

  /// The first points of `gsl_qrng_sobol` in two dimensions, as the example program of the GSL
  /// manual prints them (chapter Quasi-Random Sequences).
  @Test func theFirstPointsAreThoseOfTheManual() {
    #expect(
      points(8, dimensions: 2) == [
        [0.5, 0.5], [0.75, 0.25], [0.25, 0.75], [0.375, 0.375], [0.875, 0.875], [0.625, 0.125],
        [0.125, 0.625], [0.1875, 0.3125],
      ])
  }

  /// Of the first 2^k − 1 points with the origin, every interval of length 2^−k holds one.
  @Test(arguments: [1, 7, 40]) func everyCoordinateVisitsEveryInterval(dimensions: Int) {
    let points = points(63, dimensions: dimensions)
    for axis in 0..<dimensions {
      #expect(Set(points.map { Int($0[axis] * 64) }) == Set(1..<64), "axis \(axis)")
    }
  }
}
