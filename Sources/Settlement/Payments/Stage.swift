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
