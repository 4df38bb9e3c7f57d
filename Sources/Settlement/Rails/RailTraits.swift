/// What holds for a rail at every instant and for every payment.
///
/// A table by kind, from which nothing is computed at run time: each rail gives its row in its own
/// file, and `RailKind.traits` picks it.
struct RailTraits {
  /// Its place among all kinds, from 0, where tables have a row a kind.
  let place: Int
  /// Whether payments go along routes of correspondents, which may change their currency and
  /// announce them; without, a payment has no route and the receiving branch alone changes its
  /// currency.
  let hasRoutes: Bool
  /// Whether its tokens are deposits of the bank, which end where the payee is: only then does the
  /// payer's pool pay, what the payee's gains can be drawn for it at once, and all pools of a
  /// currency act as one.
  let endsInDeposits: Bool
  /// Whether money can be locked on it until a contract lets it go.
  let hasContracts: Bool
  /// Whether both legs of a trade can settle on it at one instant, or neither.
  let settlesTrades: Bool
  /// Whether a new payment is held while its payer's branch is down; where not, it waits for the
  /// hours of the branch, from which outages are cut out.
  let waitsForPayersBranch: Bool
}
