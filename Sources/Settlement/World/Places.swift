import Calendars
import Vocabulary

// Every place is typed by what lies there, so that no number of one kind is taken for another. Each is
// four bytes, and a list of such things is asked by it as by a number.

/// The slot of a payment under way in `PaymentTable`, which others use after its end.
typealias Slot = EntityID<Payment>

/// The place of a currency in `World.currencies`, the currencies of the pools by their codes.
typealias CurrencyID = EntityID<Currency>

/// The place of a timetable in `World.timetables`.
typealias TimetableID = EntityID<Timetable>

/// The place of a corridor's plan in `World.plans`.
typealias PlanID = EntityID<CorridorPlan>

extension Array {
  /// What lies at a place.
  @inline(__always)
  subscript<Entity>(place: EntityID<Entity>) -> Element {
    get { self[place.place] }
    _modify { yield &self[place.place] }
  }
}

extension ContiguousArray {
  /// What lies at a place.
  @inline(__always)
  subscript<Entity>(place: EntityID<Entity>) -> Element {
    get { self[place.place] }
    _modify { yield &self[place.place] }
  }
}
