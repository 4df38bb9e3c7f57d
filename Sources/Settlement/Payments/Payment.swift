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
  var mark: Instant
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
  /// The next payment in the same waiting line, or −1.
  var next: Int32 = -1
  /// Its route.
  var lane: Int32
  /// How it gets there; payments to or from another bank go by correspondents.
  var rail: RailKind
  /// Its way by correspondents or through the domestic system, as a place in `World.ways`.
  var way: Int32
  /// What is being done with it.
  var stage: Stage
  /// Which leg of its way is next, from 0.
  var leg: UInt8 = 0
  /// 0 is the most urgent, 9 the least.
  var priority: UInt8
  /// Facts for the record.
  var marks: PaymentMarks = []
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
  var awaited = Stage.minting
  /// `owed` and `moving` are of the currency credited.
  var isConverted = false
  /// Its payee has been credited, at `mark`, while its money is still on the way; what happens
  /// from then on is no time of the payment's.
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

/// What is being done with a payment.
enum Stage: UInt8 {
  /// It waits for its branch to open.
  case accepting
  /// It is screened, or its alert is reviewed.
  case screening
  /// A person repairs its instruction.
  case repairing
  /// It waits for a release run.
  case releasing
  /// It waits for a system to open.
  case settling
  /// It waits for money in a pool.
  case queueing
  /// A correspondent works on it.
  case travelling
  /// It waits for its mint to be final.
  case minting
  /// It waits for its transfer to be final.
  case transferring
  /// It waits for its burn to be final.
  case burning
  /// A step on the ledger got no answer.
  case unanswered
  /// Its tokens wait to be burned where they were minted, after a step was lost.
  case undoing
  /// The exchange desk has it.
  case converting
  /// Its exchange waits for the value date.
  case delivering
  /// Its currency is changed on the way.
  case changing
  /// People at the payee's bank work on it before it is credited.
  case handling
  /// The beneficiary's side finds out that it cannot apply it.
  case investigating
  /// It waits for a posting run.
  case posting
  /// It stands in its payer's queue of a clearing.
  case standing
  /// It waits for the next cycle of a clearing.
  case awaitingCycle
  /// Its cycle has settled net and is not final yet.
  case awaitingFinality
  /// It waits for the issuer's hours to be minted.
  case awaitingMint
  /// Its mint waits for a block.
  case mintingOnChain
  /// Its transfer waits for its preconfirmation.
  case preconfirming
  /// Its transfer waits for a block.
  case including
  /// Its transfer waits for finality.
  case finalising
  /// Its transfer waits, without knowing, for the reorganisation that undoes it.
  case reorganising
  /// It waits for the issuer's hours, or in its queue, to be redeemed.
  case awaitingRedemption
  /// Its redemption waits for a block.
  case redeeming
  /// It waits for a disturbance to end.
  case held
}
