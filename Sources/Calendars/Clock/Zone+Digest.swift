public import Vocabulary

extension Digest {
  /// Folds the rules of a clock in: its identifier and every change of its offset in `Zone.years`.
  ///
  /// What rests on the clock is other work where the zone data of the machine is another.
  public mutating func combine(_ zone: Zone) {
    combine(bytes: zone.identifier.utf8)
    combine(UInt64(zone.transitions.count))
    for transition in zone.transitions { combine(transition) }
    for offset in zone.offsets { combine(Int64(offset)) }
  }
}
