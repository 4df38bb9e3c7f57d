/// The texts that keys may have, with the sentence that a message says of each.
///
/// The patterns are for editors: they admit every text that the reader takes in its usual form, but
/// they cannot compare. That a share is at most 100 %, a date exists or a length of time is at most
/// ten years is asked by the reader, in the same words.
extension Form {
  private static func scalar(_ expected: String, _ pattern: String? = nil, number: Bool = false)
    -> Form
  {
    .scalar(Scalar(expected: expected, pattern: pattern, readsAsNumber: number))
  }

  /// A title or a description.
  ///
  /// `number: true` means that YAML reads some of these texts as numbers: an editor must not refuse
  /// a title like `2026`.
  static let text = scalar("a text", number: true)
  /// The name of something.
  static let name = scalar("a name of at most 100 characters", number: true)
  /// The names of things as keys of a map.
  static let names = Scalar(expected: "a name of at most 100 characters", pattern: nil)
  /// The name of a calendar.
  static let calendar = scalar("the name of a calendar like TARGET")
  /// The name of a settlement system.
  static let system = scalar("the name of a settlement system like CHAPS")
  /// Branches.
  static let branches = Form.either([
    scalar("the name of a branch, a list of them, or any", number: true), .list(name),
  ])
  /// One end of a payment.
  static let party = scalar("the name of a branch, or outside", number: true)
  /// Ends of payments.
  static let parties = Form.either([
    scalar("the name of a branch, a list of them, any or outside", number: true), .list(name),
  ])
  /// The name of the scenario, fit for a folder.
  static let slug = scalar(
    "a name of at most 64 letters, digits, '-' and '_' that starts with a letter or digit",
    "[A-Za-z0-9][A-Za-z0-9_-]{0,63}", number: true)

  /// Yes or no.
  static let truth = Form.choice(["true", "false"])
  /// A number of things.
  ///
  /// Underscores part thousands, here and in every number.
  static let count = scalar("a whole number of at least 1", "[0-9][0-9_]*", number: true)
  /// A number of days or the like.
  static let wholeNumber = scalar("a whole number of at least 0", "[0-9][0-9_]*", number: true)
  /// A priority of payments.
  static let priority = scalar("a priority from 0 (most urgent) to 9", "[0-9]", number: true)
  /// A number such as a factor.
  static let factor = scalar(
    "a number of at least 0", #"[0-9][0-9_]*(\.[0-9]+)?"#, number: true)
  /// Any number.
  static let number = scalar("a number", #"-?[0-9][0-9_]*(\.[0-9]+)?"#, number: true)
  /// A correlation.
  ///
  /// At 1 two series would be one, and their matrix could not be factored.
  static let correlation = scalar(
    "a number between -1 and 1, both excluded", #"-?0(\.[0-9]+)?"#, number: true)
  /// A price of one currency in another.
  static let rate = scalar(
    "a price above 0 with at most 12 digits", #"[0-9][0-9_]*(\.[0-9]+)?"#, number: true)

  /// An amount of a currency that another key names.
  static let amount = scalar(
    "an amount of at least 0 like 250, 40k, 1.5M, 2bn or 1_234.50",
    #"[0-9][0-9_]*(\.[0-9]+)?(k|M|bn)?"#, number: true)
  /// An amount above zero.
  static let positiveAmount = scalar(
    "an amount above 0 like 250, 40k, 1.5M, 2bn or 1_234.50",
    #"[0-9][0-9_]*(\.[0-9]+)?(k|M|bn)?"#, number: true)
  /// An amount with its currency.
  static let money = scalar(
    "an amount of at least 0 with its currency like 1.30 SGD",
    #"[0-9][0-9_]*(\.[0-9]+)?(k|M|bn)? [A-Z]{3}"#)
  /// A currency.
  static let currency = scalar("an ISO 4217 code like USD, or CNH", "[A-Z]{3}")
  /// A pair of currencies.
  static let pair = Scalar(expected: "two currencies like EUR/USD", pattern: "[A-Z]{3}/[A-Z]{3}")

  /// A length of time.
  ///
  /// A `d` is 24 hours, whatever the clock does on that day; business days are `bd` and stand where
  /// a calendar is known.
  static let span = scalar(
    "a length of time of at most ten years with its unit like 5s, 15min, 1.5h or 2d",
    #"[0-9]+(\.[0-9]+)?(us|ms|s|min|h|d)"#)
  /// A share of a whole.
  static let share = scalar("a share from 0% to 100% with its sign like 2%", #"[0-9]+(\.[0-9]+)?%"#)
  /// A share below the whole.
  static let shareBelowWhole = scalar(
    "a share from 0% to below 100% with its sign like 0.01%", #"[0-9]+(\.[0-9]+)?%"#)
  /// A share that is counted exactly.
  static let millionths = scalar(
    "a share from 0% to 100% with its sign and at most four decimals like 33.3333%",
    #"[0-9]+(\.[0-9]{1,4})?%"#)
  /// A yearly rate or a spread.
  ///
  /// `0.1%` and `10bp` are the same; a part of a basis point is refused, since rates count in whole
  /// ones.
  static let basisPoints = scalar(
    "whole basis points with their unit like 10bp, or per cent like 0.1%",
    #"[0-9]+bp|[0-9]+(\.[0-9]+)?%"#)

  /// A time of day.
  static let time = scalar(
    "a time of day like 09:30", "([01]?[0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9])?")
  /// A time of day that may lie past midnight.
  ///
  /// `29:00` is five in the morning of the next calendar day, as RMB CHATS closes since 20 July
  /// 2015.
  static let timePastMidnight = scalar(
    "a time of day like 09:30, past midnight like 29:00",
    "[0-4]?[0-9]:[0-5][0-9](:[0-5][0-9])?")
  /// Times of day as keys.
  static let times = Scalar(
    expected: "a time of day like 09:30", pattern: "([01]?[0-9]|2[0-3]):[0-5][0-9]")
  /// Hours of a day.
  static let hours = scalar(
    "hours of a day like 09:00-17:00",
    "([01]?[0-9]|2[0-3]):[0-5][0-9]-([01]?[0-9]|2[0-4]):[0-5][0-9]")
  /// A date.
  static let date = scalar(
    "a date like 2026-03-06", "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
  /// A point of time.
  static let instant = scalar(
    "an instant like 2026-03-06T05:00:00Z or 2026-03-06 00:00 America/New_York",
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ][0-9:.]+"
      + "(Z|[+-][0-9]{2}(:?[0-9]{2})?| [A-Za-z][A-Za-z0-9_+/-]*)")
  /// A clock.
  static let zone = scalar("an IANA time zone like Europe/London", "[A-Za-z0-9_+/-]+")
  /// One year or several.
  static let years = scalar(
    "a year or a range of years like 2025-2027", "[0-9]{4}(-[0-9]{4})?", number: true)
  /// A day of the week.
  static let weekday = Form.choice(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
  /// Days of the week as keys.
  static let weekdays = Scalar(
    expected: "a day of the week like Sat", pattern: "Mon|Tue|Wed|Thu|Fri|Sat|Sun")
  /// A range of weekdays.
  static let weekdayRange = scalar("days of the week like Mon-Fri", "[A-Z][a-z]{2}-[A-Z][a-z]{2}")

  /// Rebalancing without windows.
  static let onDemand = scalar("on-demand, or a map of windows, zone, lag", "on-demand")
  /// Repeating times of a branch.
  static let interval = scalar(
    "continuous, a rhythm like every 30min, or a list of times",
    #"continuous|every [0-9]+(\.[0-9]+)?(s|min|h)"#)
  /// Expected payments.
  static let arrivals = scalar(
    "a number above 0 per business-day, day or hour like 60 per business-day",
    #"[0-9][0-9_]*(\.[0-9]+)? per (business-day|day|hour)"#)
  /// A deadline relative to the instruction.
  ///
  /// `0bd` is the close of the instruction's own day or, where that is no business day, of the
  /// next.
  static let deadline = scalar(
    "a length of time like 4h or a number of business days like 1bd",
    #"[0-9]+(\.[0-9]+)?(s|min|h|d)|[0-9]+bd"#)
  /// A number of business days.
  static let businessDays = scalar("a number of business days like 1bd", "[0-9]+bd")
  /// A file beside the scenario.
  static let file = scalar("the path of a file inside the scenario's folder", nil)
}
