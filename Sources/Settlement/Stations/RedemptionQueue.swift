/// Who waits for an issuer's cash in one currency, first in, first out: payments and other holders.
struct RedemptionQueue {
  /// One request.
  struct Request: Equatable {
    /// The payment's slot; `nil` for other holders.
    let slot: Slot?
    /// What is asked for, in minor units.
    let amount: Int64
  }

  private var requests: ContiguousArray<Request> = []
  private var head = 0
  /// What all requests ask for together, in minor units.
  private(set) var amount: Int64 = 0
  /// How many requests are of other holders.
  private(set) var ofOthers = 0

  /// The first request.
  var first: Request? { head < requests.count ? requests[head] : nil }

  /// Puts a request at the end.
  mutating func append(_ request: Request) {
    requests.append(request)
    amount += request.amount
    if request.slot == nil { ofOthers += 1 }
  }

  /// Takes the first request out.
  ///
  /// - Complexity: O(1) amortised.
  mutating func removeFirst() {
    let request = requests[head]
    amount -= request.amount
    if request.slot == nil { ofOthers -= 1 }
    head += 1
    guard head > 64, head * 2 > requests.count else { return }
    requests.removeFirst(head)
    head = 0
  }

  /// The payments up to the next request of other holders.
  ///
  /// - Complexity: O(payments that are named).
  var payments: ContiguousArray<Slot> {
    var slots: ContiguousArray<Slot> = []
    for request in requests[head...] {
      guard let slot = request.slot else { break }
      slots.append(slot)
    }
    return slots
  }
}
