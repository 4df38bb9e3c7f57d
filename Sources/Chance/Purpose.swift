/// What a payment draws a number for.
///
/// The raw value is part of the address of every draw: half `p & 1` of block `p >> 1` of the
/// payment's draw. A number once given is never given to another purpose, so that a new purpose
/// moves no draw of an old one. Two that are asked for together share a block.
public enum Purpose: UInt8, CaseIterable, Hashable, Sendable {
  /// The gap between a payment and the one before it.
  case arrival = 0
  /// The amount.
  case amount = 1
  /// Which of several payers and payees it has.
  case destination = 2
  /// Whether the payee's side sends it back.
  case returning = 3
  /// Whether screening raises an alert.
  case screening = 4
  /// Whether an alert stops a payment that is innocent.
  case falseAlert = 5
  /// How long a reviewer takes.
  case reviewTime = 6
  /// When a condition of a contract is met, drawn for the part that it releases.
  case condition = 7
  /// Whether an instruction must be repaired.
  case repair = 8
  /// How long that takes.
  case repairTime = 9
  /// Whether the payer recalls it.
  case recall = 10
  /// When.
  case recallTime = 11
  /// Whether people at the payee's bank work on it.
  case inwardWork = 12
  /// How long.
  case inwardTime = 13
  /// How long a correspondent works on it; the round is the leg, 128 more on the way back.
  case correspondentWork = 14
  /// Whether a step on a ledger fails; the round is the step.
  case stepFailure = 15
  /// Whether a reorganisation of a chain undoes a transfer; the round is the step.
  case reorganisation = 16
  /// When it does.
  case reorganisationTime = 17
  /// Whether the parties to a contract fall out.
  case dispute = 18
  /// How long their dispute takes.
  case resolution = 19

  /// Whether its number is the second of its block.
  var isSecond: Bool { rawValue & 1 == 1 }

  /// The block of its number: the pair of purposes in the low 8 bits, the round above.
  func block(_ round: UInt32) -> UInt32 {
    precondition(round < 1 << 24, "a draw has 2²⁴ rounds")
    return round << 8 | UInt32(rawValue >> 1)
  }
}
