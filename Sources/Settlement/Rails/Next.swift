/// What a payment does next.
///
/// A rail answers with it and a step ends with it; the director has it done (`go`), until the
/// payment rests. A step calls only what stands below it in the same desk; whatever may lead back
/// to it is returned. So no two files call each other. Takes one byte.
enum Next: Equatable {
  /// Nothing now: it waits in a line or for its clock, or it has ended.
  case rest
  /// It sets out, as its rail says.
  case start
  /// Its branch is asked to take it; its payer is debited and the check begins; that is done.
  case accept, debit, screened
  /// It is repaired where that is due, waits for a release run, and leaves its branch.
  case repair, release, depart
  /// Its next leg settles; it has found money in its pool's line and pays.
  case settle, pay
  /// Its payee hears of it before its money has come.
  case announce
  /// It has reached the payee's bank; people there are done with it.
  case land, handOn
  /// Its currency is bought, has been bought, and is delivered.
  case convert, converted, delivered
  /// It lies at the bank of its client: that waits for a posting run, or posts it.
  case credit, post, posted
  /// It goes back, or was refused before it left.
  case sendBack, refuse
  /// Its tokens lie under a contract; its money is locked.
  case lock, fund
  /// It goes on with what it was held before.
  case resume
  /// Others are paid out of an issuer's cash; then it is handed over, or rests.
  case serveThenHandOver, serve
  /// A step that is the rail's own.
  case correspondent(CorrespondentStep)
  case token(TokenStep)
  case clearing(ClearingStep)
  case chain(ChainStep)
}

/// The steps that only correspondents have.
enum CorrespondentStep: Equatable {
  /// It goes on with its next leg, after a change of its currency where that is due.
  case leg
  /// Its correspondent has done its work; its currency has been changed.
  case worked, changed
}

/// The steps on the bank's own ledger.
enum TokenStep: Equatable {
  /// The ledger is asked to mint, to transfer, to burn, to undo the step before.
  case mint, transfer, burn, undoStep
  /// That is final.
  case minted, transferred, burned, undone
  /// It got no answer in time.
  case unanswered
  /// All steps are undone, one after the other.
  case undo
  /// The pools settle; the client is credited without a run.
  case settle, credit
}

/// The steps in a clearing.
enum ClearingStep: Equatable {
  /// It asks to settle; it has settled.
  case clear, cleared
}

/// The steps on a public chain.
enum ChainStep: Equatable {
  /// The issuer is asked to mint; a block has the mint of a deposit's tokens, or of coins.
  case askForMint, minted, bought
  /// The transfer is handed over, promised, in a block, final, or undone with its block.
  case handOver, preconfirmed, included, finalised, reorganised
  /// A deposit's tokens: the issuer is asked for money, a block has that, the pools settle.
  case askForRedemption, redeemed, settle
  /// Money that was tokens lands, or becomes the deposit of a payee that was paid in tokens.
  case cashOut
  /// Tokens under a contract that was not funded end.
  case lapse
  /// Coins: they are sold or redeemed, join the issuer's queue, and reach a bank as money.
  case leave, join, ramped
}
