import Bookkeeping
import Scenarios
import Vocabulary

/// A payment under way: a record of fixed size that is used again after the payment's end.
struct Payment {
  /// Its identity.
  var key: PaymentKey
  /// When the payer instructed it.
  var instructed: Instant
  /// The end of its last segment: everything before is accounted for.
  var segmentStart: Instant
  /// When the payee's bank had it; `distantFuture` before.
  var reached = Instant.distantFuture
  /// Until when it should be credited; `distantFuture` where nobody asked.
  var deadline: Instant
  /// The amount instructed, in minor units of the currency sent.
  var instructedAmount: Int64
  /// What the payer was charged and the bank owes somebody for it.
  var owed: Int64
  /// What travels now: the amount less what correspondents took.
  var moving: Int64
  /// The next payment in the same waiting line, if any.
  var next: Slot?
  /// Its corridor.
  var plan: PlanID
  /// Its rail, and how far it has come there or back.
  var progress: Progress
  /// What is being done with it.
  var stage: Stage
  /// 0 is the most urgent, 9 the least.
  var priority: UInt8
  /// Facts for the record.
  var flags: PaymentFlags = []
  /// On the way back to the payer.
  var isReturning = false
  /// The beneficiary's side will not be able to apply it.
  var willReturn = false
  /// Instructed after the warm-up.
  var isCounted: Bool
  /// The foreign-exchange trade of which it is a leg, if it is one.
  var trade: TradeID?
  /// How many steps on the ledger were asked for, to address their chance.
  var steps: UInt16 = 0
  /// The step on the ledger that got no answer, or what it goes on with after being held.
  var awaited = Next.rest
  /// What its screening says, from the start of that, which is that of its segment until it is
  /// over.
  var alert = ScreeningTable.Alert.none
  /// `owed` and `moving` are of the currency credited.
  var isConverted = false
  /// Its payee has been credited, at `segmentStart`, while its money is still on the way; what
  /// happens from then on is no time of the payment's.
  var isCredited = false
  /// The cover of a payment that was credited on its announcement: money without a client.
  var isCover = false
  /// Its payer has asked for it back.
  var isRecalled = false
  /// What it is to a contract.
  var role = Role.payment
  /// Its credit is one of tokens in the payee's wallet.
  var isInTokens = false
  /// Its money has left the payer's pool and lies aside for it.
  var isSetAside = false
  /// It stands in the issuer's queue behind requests of a redemption run.
  var isBehindRun = false
  /// The pool that holds its money for a client, if one does, and how much.
  var floatPool: PoolID?
  var floating: Int64 = 0
  /// The contract that it funds, if it does.
  var contract: ContractID?
  /// The hour under which it is counted, from the start of the scenario's first day, UTC.
  var hour: UInt32

  /// How it gets there; payments to or from another bank go by correspondents.
  var rail: RailKind { progress.rail }
}

/// What a payment is to a contract.
enum Role: UInt8 {
  /// Nothing: it stands for itself, also once the contract has let it go.
  case payment
  /// The funding of a contract.
  case contract
  /// A part that a contract has released to the payee.
  case part
  /// What a contract gives back to the payer.
  case refund
}
