/// What is wrong with the input of SETTLE.
extension SettleProblem {
  static func check(
    _ funds: [Funds], _ payments: [QueuedPayment], _ limits: [BilateralLimit]
  ) throws(InvalidProblem) {
    var list = FaultList()
    list.expect(
      funds.count < Int(UInt16.max), "participants", "at most 65,534 participants",
      found: "\(funds.count)")
    list.expect(
      payments.count < Int(Int32.max), "queue", "fewer than 2³¹ payments",
      found: "\(payments.count)")
    var volume: Int128 = 0
    check(funds, &volume, &list)
    for (place, payment) in payments.enumerated() {
      check(payment, funds.count, "queue[\(place)]", &list)
      volume += Int128(payment.amount)
    }
    check(limits, funds.count, &list)
    list.expect(
      volume <= Int128(largestVolume), "queue",
      "balances, credit and payments of at most 2⁶¹ units in all", found: "\(volume)")
    try list.throwIfAny()
  }

  private static func check(_ funds: [Funds], _ volume: inout Int128, _ list: inout FaultList) {
    for (place, fund) in funds.enumerated() {
      let (path, credit) = ("participants[\(place)]", Int128(fund.credit))
      list.expect(
        fund.credit >= 0, "\(path).credit", "an amount from zero", found: "\(fund.credit)")
      list.expect(
        fund.credit < 0 || Int128(fund.balance) + credit >= 0, "\(path).balance",
        "a balance that the credit covers", found: "\(fund.balance)")
      list.expect(
        fund.senderLimit ?? 0 >= 0, "\(path).sender_limit", "an amount from zero",
        found: "\(fund.senderLimit ?? 0)")
      volume += Int128(fund.balance.magnitude) + max(0, credit)
    }
  }

  private static func check(
    _ payment: QueuedPayment, _ count: Int, _ path: @autoclosure () -> String,
    _ list: inout FaultList
  ) {
    let known = 0..<count
    if known.contains(payment.from), payment.amount > 0, payment.from != payment.to,
      payment.to.map(known.contains) ?? true
    {
      return
    }
    list.expect(
      payment.amount > 0, "\(path()).amount", "an amount above zero", found: "\(payment.amount)")
    list.expect(
      known.contains(payment.from), "\(path()).from", "a participant", found: "\(payment.from)")
    list.expect(
      payment.to.map(known.contains) ?? true, "\(path()).to", "a participant",
      found: "\(payment.to ?? -1)")
    list.expect(
      payment.from != payment.to, "\(path()).to", "another participant than the sender",
      found: "\(payment.from)")
  }

  private static func check(_ limits: [BilateralLimit], _ count: Int, _ list: inout FaultList) {
    var firsts: [[Int]: Int] = [:]
    for (place, limit) in limits.enumerated() {
      let (path, known) = ("bilateral_limits[\(place)]", 0..<count)
      list.expect(
        known.contains(limit.from), "\(path).from", "a participant", found: "\(limit.from)")
      list.expect(
        known.contains(limit.to) && limit.to != limit.from, "\(path).to", "another participant",
        found: "\(limit.to)")
      list.expect(limit.limit >= 0, "\(path).limit", "an amount from zero", found: "\(limit.limit)")
      let first = firsts[[limit.from, limit.to]] ?? place
      firsts[[limit.from, limit.to]] = first
      list.expect(
        first == place, path, "one limit for two participants",
        found: "a second one, the first at bilateral_limits[\(first)]")
    }
  }
}
