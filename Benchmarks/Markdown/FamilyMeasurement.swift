import Markdown
import MarkdownFamilies
import Rendering
import SourceText

/// How the time for one family grows while its input is doubled, from bytes to HTML, with the default limits.
struct FamilyMeasurement {
  let name: String
  /// Bytes of the inputs.
  let sizes: [Int]
  /// CPU seconds of each.
  let seconds: [Double]

  /// The worst growth from one input to that of twice the size.
  var growth: Double {
    let steps = zip(zip(sizes, seconds), zip(sizes, seconds).dropFirst())
    return steps.map { smaller, larger in
      // Once the next input is far longer than twice, the growth is that of several steps.
      let doublings = max(Double(larger.0) / Double(smaller.0) / 2, 1)
      return larger.1 / smaller.1 / doublings
    }.max() ?? 0
  }

  /// Nanoseconds for each byte of the input that is dearest.
  var nanosecondsPerByte: Double {
    zip(sizes, seconds).map { $1 * 1e9 / Double(max($0, 1)) }.max() ?? 0
  }

  /// Measures inputs of the sizes given; the best of some runs counts.
  init(_ family: InputFamily, sizes: [Int], runs: Int) {
    name = family.name
    let files = sizes.map { SourceFile(path: "family.md", bytes: family.input(size: $0)) }
    self.sizes = files.map(\.bytes.count)
    seconds = files.map { file in
      (0..<runs).map { _ in FamilyMeasurement.seconds(for: file) }.min() ?? 0
    }
  }

  /// The seconds for one file: an average where one is over too soon to be measured.
  private static func seconds(for file: SourceFile) -> Double {
    var rounds = 0
    var spent = 0.0
    repeat {
      spent += CPUClock.measure { _ = LoneDocument(parsing: file).html() }
      rounds += 1
    } while spent < 2e-3
    return spent / Double(rounds)
  }
}
