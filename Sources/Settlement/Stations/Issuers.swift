import Vocabulary

/// The place of a sale of securities among those of a run.
typealias SaleID = EntityID<Issuers.Sale>

/// What an issuer of coins owes and has sold: who waits for its cash, and which securities of its
/// reserve are on their way to become cash, in each currency.
///
/// Nobody else changes the queue. Invariants: requests are paid in their order, each in full or not
/// yet; what is sold and not cash yet is never more than the securities that the reserve holds, and
/// no more is sold than the queue lacks. Cash and securities themselves lie in the books.
///
/// Amounts are minor units; a currency is its place among the world's. Memory grows with the
/// requests that wait, and with the sales of a run (16 bytes each).
struct Issuers {
  /// Securities that were sold and are cash some days later.
  struct Sale {
    /// The place of their currency.
    let currency: CurrencyID
    /// What they bring.
    let amount: Int64
  }

  private var queues: ContiguousArray<RedemptionQueue>
  /// What is sold and not cash yet, by currency.
  private var sold: ContiguousArray<Int64>
  private var sales: ContiguousArray<Sale> = []

  /// Nobody waits in any of so many currencies.
  init(currencies: Int) {
    queues = ContiguousArray(repeating: RedemptionQueue(), count: currencies)
    sold = ContiguousArray(repeating: 0, count: currencies)
  }

  /// The places of the currencies.
  var currencies: [CurrencyID] { queues.indices.map(CurrencyID.init) }

  /// What all who wait in a currency ask for together.
  func requested(_ currency: CurrencyID) -> Int64 { queues[currency].amount }

  /// A sale of the run.
  subscript(sale: SaleID) -> Sale { sales[sale.place] }
}

/// The queue.
extension Issuers {
  /// A payment asks for money.
  ///
  /// - Returns: Whether it stands behind requests of other holders: behind a run.
  mutating func ask(_ slot: Slot, for amount: Int64, in currency: CurrencyID) -> Bool {
    let isBehindRun = queues[currency].ofOthers > 0
    queues[currency].append(RedemptionQueue.Request(slot: slot, amount: amount))
    return isBehindRun
  }

  /// Other holders ask for money.
  mutating func othersAsk(for amount: Int64, in currency: CurrencyID) {
    queues[currency].append(RedemptionQueue.Request(slot: nil, amount: amount))
  }

  /// Takes out the first request, if there is cash for the whole of it.
  mutating func serve(_ currency: CurrencyID, with cash: Int64) -> RedemptionQueue.Request? {
    guard let request = queues[currency].first, cash >= request.amount else { return nil }
    queues[currency].removeFirst()
    return request
  }

  /// The payments before whom no other holder stands any more.
  func payments(_ currency: CurrencyID) -> ContiguousArray<Slot> { queues[currency].payments }
}

/// The reserve.
extension Issuers {
  /// Sells securities for what the queue lacks, as far as there are any that are not sold.
  ///
  /// - Returns: The sale; `nil` where nothing is to be sold.
  mutating func sell(_ currency: CurrencyID, cash: Int64, securities: Int64) -> SaleID? {
    let lacking = queues[currency].amount - cash - sold[currency]
    let amount = min(lacking, securities - sold[currency])
    guard amount > 0 else { return nil }
    sold[currency] += amount
    sales.append(Sale(currency: currency, amount: amount))
    return SaleID(sales.count - 1)
  }

  /// A sale becomes cash.
  mutating func settle(_ sale: SaleID) -> Sale {
    sold[sales[sale.place].currency] -= sales[sale.place].amount
    return sales[sale.place]
  }
}
