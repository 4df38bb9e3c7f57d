import Testing

@testable import Reporting

@Suite struct PageScriptTests {
  @Test("SHA-256 of \"abc\" is that of FIPS 180-4, appendix B.1")
  func known() {
    #expect(
      SHA256.digest(of: Array("abc".utf8)).prefix(4).map { String($0, radix: 16) } == [
        "ba", "78", "16", "bf",
      ])
  }

  @Test("the policy of the page names the digest of its script")
  func digest() {
    let digest = SHA256.digest(of: Array(PageScript.text.utf8))
    #expect(Base64.text(digest) == PageScript.digest)
  }

  @Test("the script has nothing that would end it or break the page as XML")
  func plain() {
    #expect(!PageScript.text.contains("<") && !PageScript.text.contains("&"))
  }
}

/// The Secure Hash Algorithm of FIPS 180-4, section 6.2.
enum SHA256 {
  static func digest(of message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let bits = UInt64(message.count) * 8
    bytes += (0..<8).reversed().map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    var state = fractions(2, of: 8)
    let constants = fractions(3, of: 64)
    for start in stride(from: 0, to: bytes.count, by: 64) {
      compress(Array(bytes[start..<start + 64]), constants, &state)
    }
    return state.flatMap { word in (0..<4).reversed().map { UInt8(word >> (8 * $0) & 0xFF) } }
  }

  private static func compress(_ block: [UInt8], _ constants: [UInt32], _ state: inout [UInt32]) {
    func turned(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }
    var words = stride(from: 0, to: 64, by: 4).map { place in
      block[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<64 {
      let (old, new) = (words[place - 15], words[place - 2])
      let first = turned(old, 7) ^ turned(old, 18) ^ old >> 3
      let second = turned(new, 17) ^ turned(new, 19) ^ new >> 10
      words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for place in 0..<64 {
      let high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      let one = h &+ high &+ (e & f ^ ~e & g) &+ constants[place] &+ words[place]
      let low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      let two = low &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= word }
  }

  /// The first 32 bits of the fractions of the square or cube roots of the first primes.
  private static func fractions(_ root: Int, of count: Int) -> [UInt32] {
    let primes = (2...400).filter { n in !(2..<n).contains { n % $0 == 0 } }.prefix(count)
    return primes.map { prime in
      // The largest x with x^root not above prime · 2^(32·root).
      var (low, high) = (UInt64(0), UInt64(1) << 37)
      while high - low > 1 {
        let middle = (low + high) / 2
        if power(middle, root) <= shifted(UInt64(prime), root) {
          low = middle
        } else {
          high = middle
        }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }

  private static func power(_ value: UInt64, _ exponent: Int) -> UInt128 {
    (0..<exponent).reduce(UInt128(1)) { product, _ in product * UInt128(value) }
  }

  private static func shifted(_ prime: UInt64, _ root: Int) -> UInt128 {
    UInt128(prime) << UInt128(32 * root)
  }
}

/// Base 64 of RFC 4648, section 4.
enum Base64 {
  static func text(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      text += (0...group.count).map { String(letters[bits >> (18 - 6 * $0) & 63]) }.joined()
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}
