/// What a stream of chance is for.
///
/// The raw value is part of the address of every draw: a number once given is never given to
/// another purpose, so that a new purpose moves no draw of an old one.
public enum Purpose: UInt8, CaseIterable, Hashable, Sendable {
  /// The gaps between the payments of a flow.
  case arrivals = 1
  /// The amount of a payment.
  case amount = 2
  /// The correlated shocks to the daily volume of the flows.
  case volume = 3
  /// Whether and how long a payment is screened.
  case screening = 4
  /// Whether a screening stops a payment that is innocent.
  case falseAlert = 5
  /// How long a reviewer takes.
  case reviewTime = 6
  /// Whether a payment is repaired or returned.
  case repairAndReturn = 7
  /// Whether a step of a rail fails.
  case stepFailure = 8
  /// How long a step of a rail takes.
  case stepTime = 9
  /// Which of several beneficiaries or corridors a payment takes.
  case destination = 10
  /// The priority of a payment.
  case priority = 11
  /// How long a correspondent works on a payment.
  case correspondentWork = 12
  /// Whether an instruction must be repaired, and how long that takes.
  case repair = 13
  /// Whether a payer recalls a payment, and when.
  case recall = 14
  /// Whether people at the payee's bank work on a payment, and how long.
  case inwardWork = 15
  /// The hourly steps of exchange rates.
  case exchangeRate = 20
  /// Whether a reorganisation of a chain undoes a transfer.
  case reorganisation = 30
  /// When it does.
  case reorganisationTime = 31
  /// When a condition of a contract is met.
  case condition = 32
  /// Whether the parties to a contract fall out.
  case dispute = 33
  /// How long their dispute takes.
  case resolution = 34
}
