import Bookkeeping
import Vocabulary

extension Case {
  /// Entries over 8,192 accounts, journal off.
  static let ledger = Case(name: "ledger", about: "one entry posted, ns") {
    let operations = 1_000_000
    let accounts = (0..<8_192).map {
      Account(name: "account \($0)", currency: .usd, kind: .pool)
    }
    var ledger = Ledger(accounts: accounts)
    let instant = Instant(seconds: 1)
    return [
      Figure.nanoseconds("ledger entry of 2 sides", operations: operations) {
        for index in 0..<operations {
          let (from, to) = (AccountID(index * 31 & 8_191), AccountID(index * 17 & 8_191))
          ledger.post(
            Posting(from, -7), Posting(to, 7), at: instant, .settlement,
            reference: UInt64(index))
        }
        return ledger.digest.value
      },
      Figure.nanoseconds("ledger entry of 4 sides", operations: operations) {
        for index in 0..<operations {
          let (from, to) = (AccountID(index * 31 & 8_191), AccountID(index * 17 & 8_191))
          ledger.post(
            Posting(from, -7), Posting(to, 7), Posting(to, -5), Posting(from, 5), at: instant,
            .exchange, reference: UInt64(index))
        }
        return ledger.digest.value
      },
    ]
  }
}
