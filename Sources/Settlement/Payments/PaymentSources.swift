/// The sources of payments of a run, one for each flow, each at its next payment.
///
/// They lie at addresses of their own, so that one moves on in place: out of an array it would be
/// copied to and fro, with the retains of all that it holds, since the world is read meanwhile
/// (measured: 1 % of a run's instructions).
struct PaymentSources: ~Copyable {
  private let sources: UnsafeMutablePointer<PaymentSource>
  /// How many flows there are.
  let count: Int

  /// Sources in the order of their flows.
  init(_ sources: [PaymentSource]) {
    count = sources.count
    self.sources = .allocate(capacity: sources.count)
    _ = UnsafeMutableBufferPointer(start: self.sources, count: count).initialize(from: sources)
  }

  deinit {
    sources.deinitialize(count: count)
    sources.deallocate()
  }

  /// The source of a flow.
  subscript(flow: Int) -> PaymentSource {
    unsafeAddress {
      precondition(flow >= 0 && flow < count, "no such flow")
      return UnsafePointer(sources + flow)
    }
    unsafeMutableAddress {
      precondition(flow >= 0 && flow < count, "no such flow")
      return sources + flow
    }
  }
}
