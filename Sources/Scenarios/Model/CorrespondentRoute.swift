public import Calendars
public import Chance
public import Vocabulary

/// The place of a correspondent in `Scenario.correspondents`.
public typealias CorrespondentID = EntityID<Correspondent>

/// A bank that passes payments on, in hours of its own.
public struct Correspondent: Sendable {
  /// Its name, by which hops refer to it.
  public var name: String
  /// The hours in which it works.
  public var hours: OperatingHours
}

/// A route of correspondent banking: how a currency gets from one branch to another by correspondents.
///
/// An entry of `corridors` in a file. Several may serve one corridor, the first of them preferred.
public struct CorrespondentRoute: Sendable {
  /// The sending branch.
  public var from: BranchID
  /// The receiving branch, another one.
  public var to: BranchID
  /// The currency that is sent.
  public var currency: Currency
  /// The hops in the order of travel, at least one.
  public var hops: [Hop]
  /// Who pays the fees of the hops.
  public var feeOption: FeeOption
  /// Whether the customer's payment travels with the money or ahead of it.
  public var method: RouteMethod
  /// Where the currency credited is bought, `nil` at the receiving branch.
  public var conversion: Conversion?

  /// A change of the currency on the way.
  public struct Conversion: Hashable, Sendable {
    /// The currency that is bought.
    public var creditedIn: Currency
    /// After how many hops; 0 at the sending branch.
    public var afterHops: Int
  }
}

/// How a customer's payment goes through correspondents (Wolfsberg Group and SWIFT, MT 202 COV,
/// November 2009; ISO 20022 pacs.008 with pacs.009 COV).
public enum RouteMethod: String, CaseIterable, Hashable, Sendable {
  /// Hop by hop, each correspondent handling the customer's payment and deducting its fee.
  case serial
  /// The payment goes straight to the payee's bank, which credits when the cover has come by the
  /// correspondents; these bill the sender and deduct nothing.
  case cover
  /// As `cover`, but the payee's bank credits on the announcement and waits for the cover itself.
  case coverOnAnnouncement = "cover-on-announcement"
}

/// One leg of a route: a correspondent and the system in which it is paid.
public struct Hop: Sendable {
  /// The correspondent's name; `nil` where the leg ends at the payee's bank without one between.
  public var correspondent: String?
  /// The correspondent's hours; `nil` where it works without a break.
  public var desk: CorrespondentID?
  /// The system in which the leg settles.
  public var system: SystemID
  /// Which of the system's two cut-offs binds the leg.
  public var cutOff: CutOff
  /// How long it is worked on after settlement, in seconds of the hours of `desk`.
  public var processing: Distribution
  /// What the correspondent takes, 0 or more, in the currency of the hop.
  public var fee: Money
}

/// Who bears the correspondents' fees (SWIFT field 71A; ISO 20022 `ChrgBr` DEBT, SHAR, CRED).
public enum FeeOption: String, CaseIterable, Hashable, Sendable {
  /// The payer, beside the amount.
  case our = "OUR"
  /// The payer the first correspondent's, the beneficiary the others', taken from the amount.
  case shared = "SHA"
  /// The beneficiary, all taken from the amount.
  case beneficiary = "BEN"
}
