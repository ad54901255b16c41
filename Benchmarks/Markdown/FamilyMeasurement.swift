#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import BenchmarkSupport
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

  /// How many times as long an input of twice the size takes, on average over the doublings below the limits or over
  /// those beyond them, whichever is worse. Linear is 2, quadratic 4; a single doubling would also show the step where
  /// the memory used leaves a cache, or is asked of the system anew.
  var growth: Double {
    let half = sizes.count > 3 ? sizes.count / 2 : sizes.count
    return max(growth(in: 0..<half), half < sizes.count ? growth(in: half..<sizes.count) : 0)
  }

  private func growth(in members: Range<Int>) -> Double {
    guard let first = members.first, let last = members.last, first < last else { return 0 }
    return exp2(log2(seconds[last] / seconds[first]) / log2(Double(sizes[last]) / Double(sizes[first])))
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
