/// The draws of one purpose for one entity in one replication, each at its own address.
///
/// A stream has no state: draw 17 is the same whether or not draw 16 was asked for, so a new
/// branch, rule or draw moves no other draw, and two models of a comparison see the same chance
/// (common random numbers).
///
/// Shape of the address: key = the seed; counter = draw (64 bits), purpose (8) over entity (24),
/// replication (32). Each address yields one block of Philox4x32-10, of which one draw is made.
/// The bit `mirror` of the replication stands beside the address: with it, every draw `u` becomes
/// `1 − u` (antithetic variates: Hammersley and Morton, Proc. Camb. Phil. Soc. 52, 1956).
public struct RandomStream: Hashable, Sendable {
  /// The seed of the experiment.
  public let seed: UInt64
  /// The replication, from 0, with the bit `mirror` where its draws are turned over.
  public let replication: UInt32
  /// The bit of a replication that turns over the draws of the replication without it.
  public static let mirror: UInt32 = 1 << 30
  /// Purpose in the high 8 bits, entity in the low 24.
  private let purposeAndEntity: UInt32

  /// The stream of a purpose for an entity.
  ///
  /// - Precondition: `entity` lies in 0 ..< 2²⁴.
  public init(seed: UInt64, replication: UInt32, purpose: Purpose, entity: UInt32) {
    precondition(entity < 1 << 24, "a stream's entity has 24 bits")
    (self.seed, self.replication) = (seed, replication)
    purposeAndEntity = UInt32(purpose.rawValue) << 24 | entity
  }

  /// 64 even bits.
  ///
  /// - Complexity: O(1), ten rounds of two multiplications.
  public func bits(draw: UInt64) -> UInt64 {
    let words = Philox.mixed(
      (
        UInt32(truncatingIfNeeded: draw), UInt32(truncatingIfNeeded: draw >> 32),
        purposeAndEntity, replication & ~RandomStream.mirror
      ),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    return (UInt64(words.1) << 32 | UInt64(words.0)) ^ turned
  }

  /// All ones where the draws are turned over, else zero: no branch for the plain ones.
  private var turned: UInt64 { 0 &- UInt64(replication / RandomStream.mirror & 1) }

  /// A number of the open interval (0, 1), evenly spread.
  ///
  /// The middles of 2⁵² equal cells, `(k + ½) / 2⁵²` for the upper 52 bits `k`: neither 0 nor 1
  /// can occur, every value is exact, and `u` and `1 − u` are equally likely.
  public func uniform(draw: UInt64) -> Double {
    (Double(bits(draw: draw) >> 12) + 0.5) * 0x1p-52
  }

  /// True with a probability of `probability`.
  public func happens(_ probability: Double, draw: UInt64) -> Bool {
    uniform(draw: draw) < probability
  }
}
