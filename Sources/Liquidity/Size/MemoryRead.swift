import CLanes

/// Reading memory and nothing else: the bandwidth that no pass over the same flows can beat.
public enum MemoryRead {
  /// A sum of the words of a block's flows in 32 bits.
  public static func sum(of block: borrowing FlowBlock) -> Int64 {
    block.narrow.withUnsafeBytes { bytes in
      let flows = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(block.skipped * 4))
      return lanes_read(flows.baseAddress, flows.count)
    }
  }

  /// A sum of the words of an array.
  public static func sum(of bytes: [UInt8]) -> Int64 {
    bytes.withUnsafeBytes { lanes_read($0.baseAddress, $0.count) }
  }
}
