/// What an event means to the simulator; the raw values are part of the digest of events.
enum EventKind: UInt8 {
  /// The hours of a timetable begin; the entity is the timetable.
  case opening = 1
  /// A flow's next payment is instructed; the entity is the flow.
  case arrival = 2
  /// A branch's release run; the entity is the branch.
  case release = 3
  /// A branch's posting run; the entity is the branch.
  case posting = 4
  /// A payment's present work is done; the entity is its slot.
  case step = 5
  /// A rebalancing window.
  case rebalancing = 6
  /// A treasury transfer lands; the entity is its place.
  case transfer = 7
  /// A full hour.
  case hour = 8
  /// A payer asks for a payment back; the entity is the recall.
  case recall = 9
  /// A cycle of a clearing.
  case cycle = 10
  /// A cycle of net settlement becomes final; the entity is its place.
  case cycleFinal = 11
  /// Pools below their floors may be lifted from now on; the entity is their currency.
  case floors = 12
  /// A contract's next step; the entity is its place.
  case contract = 20
  /// The time to fund a contract is over; the entity is its place.
  case fundingDeadline = 21
  /// Other holders of a stablecoin ask for money; the entity is the request's number.
  case holdersRedeem = 22
  /// Securities of an issuer's reserve become cash; the entity is the sale's place.
  case securities = 23
}

extension EventKind {
  /// What events of the kind are called.
  var plural: String {
    switch self {
    case .opening: "openings"
    case .arrival: "arrivals of payments"
    case .release: "release runs"
    case .posting: "posting runs"
    case .step: "steps of payments"
    case .rebalancing: "rebalancing windows"
    case .transfer: "treasury transfers"
    case .hour: "full hours"
    case .recall: "recalls"
    case .cycle: "clearing cycles"
    case .cycleFinal: "ends of clearing cycles"
    case .floors: "looks at pools below their floors"
    case .contract: "steps of contracts"
    case .fundingDeadline: "ends of the time to fund a contract"
    case .holdersRedeem: "redemptions of other holders"
    case .securities: "sales of securities"
    }
  }
}
