import Foundation
import Testing

/// The worked cases that stand beside the tests as JSON.
enum Cases {
  static func data(_ name: String) throws -> Data {
    let folder = try #require(Bundle.module.url(forResource: "Cases", withExtension: nil))
    return try Data(contentsOf: folder.appendingPathComponent(name))
  }
}
