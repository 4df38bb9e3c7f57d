import Vocabulary

/// The draws of one name in one replication, each at its own address.
///
/// A stream has no state: draw 17 is the same whether or not draw 16 was asked for, and no other
/// name is part of its address, so that a new flow, branch, rule or draw moves no other draw, and
/// two models of a comparison see the same chance (common random numbers).
///
/// Shape of the address: key = seed and name, mixed (`Key`); counter = draw (64 bits), block (32),
/// replication (32). Each address yields one block of Philox4x32-10, of which two draws are made.
/// What belongs together, the purposes of one payment, lies in consecutive blocks of one draw.
/// The bit `mirror` of the replication stands beside the address: with it, every draw `u` becomes
/// `1 − u` (antithetic variates: Hammersley and Morton, Proc. Camb. Phil. Soc. 52, 1956).
public struct RandomStream: Hashable, Sendable {
  /// What a stream is keyed by, the same in all replications: the finaliser of SplitMix64 over the
  /// mixed seed and the digest of the name. For one seed, two keys are equal only where the digests
  /// of the names are.
  public struct Key: Hashable, Sendable {
    let value: UInt64

    /// The key of a name under the seed of an experiment.
    public init(seed: UInt64, _ name: StreamName) {
      var digest = Digest()
      digest.combine(seed)
      digest.combine(name.digest)
      value = digest.value
    }

    init(value: UInt64) { self.value = value }
  }

  /// The bit of a replication that turns over the draws of the replication without it.
  public static let mirror: UInt32 = 1 << 30

  private let key: Key
  private let replication: UInt32
  /// All ones where the draws are turned over, else zero: no branch for the plain ones.
  private let turned: UInt64

  /// The stream of a key.
  ///
  /// - Parameter replication: From 0, with the bit `mirror` where its draws are turned over.
  public init(_ key: Key, replication: UInt32) {
    (self.key, self.replication) = (key, replication & ~RandomStream.mirror)
    turned = 0 &- UInt64(replication / RandomStream.mirror & 1)
  }

  /// The stream of a name under a seed.
  public init(seed: UInt64, replication: UInt32, _ name: StreamName) {
    self.init(Key(seed: seed, name), replication: replication)
  }

  /// Twice 64 even bits: both draws of one block.
  ///
  /// - Complexity: O(1), ten rounds of two multiplications.
  public func bits(draw: UInt64, block: UInt32 = 0) -> (first: UInt64, second: UInt64) {
    let words = Philox.mixed(
      (
        UInt32(truncatingIfNeeded: draw), UInt32(truncatingIfNeeded: draw >> 32), block,
        replication
      ),
      key: (UInt32(truncatingIfNeeded: key.value), UInt32(truncatingIfNeeded: key.value >> 32)))
    return (
      (UInt64(words.1) << 32 | UInt64(words.0)) ^ turned,
      (UInt64(words.3) << 32 | UInt64(words.2)) ^ turned
    )
  }

  /// A number of the open interval (0, 1), evenly spread, of 64 even bits.
  ///
  /// The middles of 2⁵² equal cells, `(k + ½) / 2⁵²` for the upper 52 bits `k`: neither 0 nor 1
  /// can occur, every value is exact, and `u` and `1 − u` are equally likely.
  private static func uniform(_ bits: UInt64) -> Double {
    (Double(bits >> 12) + 0.5) * 0x1p-52
  }

  /// Two numbers of (0, 1), of one block: for half the price of two draws apart.
  public func uniforms(draw: UInt64, block: UInt32 = 0) -> (first: Double, second: Double) {
    let bits = bits(draw: draw, block: block)
    return (RandomStream.uniform(bits.first), RandomStream.uniform(bits.second))
  }

  /// The first number of a draw, of (0, 1); of what draws but one.
  public func uniform(draw: UInt64) -> Double {
    RandomStream.uniform(bits(draw: draw).first)
  }

  /// True with a probability of `probability`.
  public func happens(_ probability: Double, draw: UInt64) -> Bool {
    uniform(draw: draw) < probability
  }
}

extension RandomStream {
  /// The number of a purpose within a draw, of (0, 1).
  ///
  /// - Parameters:
  ///   - draw: The address of what draws within its stream.
  ///   - round: Which of several draws for this purpose, below 2²⁴.
  public func uniform(_ purpose: Purpose, draw: UInt64, round: UInt32 = 0) -> Double {
    let bits = bits(draw: draw, block: purpose.block(round))
    return RandomStream.uniform(purpose.isSecond ? bits.second : bits.first)
  }

  /// The numbers of a purpose and of the one that shares its block, of (0, 1).
  ///
  /// - Precondition: `purpose` is the first of its block.
  public func uniforms(_ purpose: Purpose, draw: UInt64, round: UInt32 = 0)
    -> (first: Double, second: Double)
  {
    precondition(!purpose.isSecond, "a pair is asked for by the first of its two")
    return uniforms(draw: draw, block: purpose.block(round))
  }
}
