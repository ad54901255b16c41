import Synchronization
import TeXMath

/// The formulas a build has converted, so that each distinct one is converted once, however many pages show it.
///
/// A conversion is a pure function of its key and of what the site's converters share (macros and limits), so what
/// comes out does not depend on which page was first. Pages are read on several cores: the table is divided into
/// shards with a lock each, and a lock is held while a formula is converted; with many more shards than cores two
/// rarely meet. Beyond `capacity` nothing is kept any more, and memory stays bounded.
package final class FormulaCache: Sendable {
  /// What a conversion depends on.
  struct Key: Hashable {
    var tex: [UInt8]
    var isDisplay: Bool
    /// The page's own macros, in one form of writing; empty for a page without.
    var macros: [UInt8]

    /// A number that spreads keys over shards; cheap, because the shard's own table hashes the whole key.
    fileprivate var shard: Int {
      guard let last = tex.last else { return 0 }
      return tex.count &* 31 &+ Int(tex[tex.count / 2]) &* 7 &+ Int(last)
    }
  }

  private struct Table {
    var conversions: [Key: MathConversion] = [:]
    var bytes = 0
  }

  private final class Shard: Sendable {
    let table = Mutex(Table())
  }

  private static let shardCount = 64

  private let shards: [Shard]
  /// How many bytes a shard keeps.
  private let shardCapacity: Int

  /// Makes an empty cache.
  ///
  /// - Parameter capacity: about how many bytes of formulas and their conversions are kept.
  package init(capacity: Int = 64 << 20) {
    shards = (0..<FormulaCache.shardCount).map { _ in Shard() }
    shardCapacity = capacity / FormulaCache.shardCount
  }

  /// The conversion of a formula: the one that is kept, else a new one.
  ///
  /// - Complexity: O(bytes of the formula) where it is kept.
  func conversion(of key: Key, orMake convert: () -> MathConversion) -> MathConversion {
    shards[key.shard % FormulaCache.shardCount].table.withLock { table in
      if let known = table.conversions[key] { return known }
      let conversion = convert()
      let bytes = key.tex.count + key.macros.count + conversion.mathML.count + conversion.text.count
      if table.bytes + bytes <= shardCapacity {
        table.bytes += bytes
        table.conversions[key] = conversion
      }
      return conversion
    }
  }
}
