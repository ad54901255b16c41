/// How large an image is shown, in CSS pixels; a side that nobody knows is left to the browser.
package struct DisplayedSize: Hashable, Sendable {
  package var width: Int?
  package var height: Int?

  package init(width: Int? = nil, height: Int? = nil) {
    self.width = width
    self.height = height
  }

  /// The size an image is to be shown at.
  ///
  /// With both sides requested, those; with one, the other by the file's own ratio; with none, the file's own
  /// size. Requests that are not positive do not count, and none is larger than ``largestSide``.
  package static func displayed(
    natural: ImageSize?, requestedWidth: Int? = nil, requestedHeight: Int? = nil
  ) -> DisplayedSize {
    let width = requestedWidth.flatMap(side)
    let height = requestedHeight.flatMap(side)
    guard let natural, width == nil || height == nil else {
      return DisplayedSize(width: width, height: height)
    }
    if let width {
      return DisplayedSize(width: width, height: scaled(width, by: natural.height, to: natural.width))
    }
    if let height {
      return DisplayedSize(width: scaled(height, by: natural.width, to: natural.height), height: height)
    }
    return DisplayedSize(width: natural.width, height: natural.height)
  }

  /// No request is larger, so that no product overflows.
  package static let largestSide = 100_000

  private static func side(_ request: Int) -> Int? { request > 0 ? min(request, largestSide) : nil }

  /// `side × numerator ÷ denominator` to the nearest pixel, but at least one.
  private static func scaled(_ side: Int, by numerator: Int, to denominator: Int) -> Int {
    max(1, (side * numerator + denominator / 2) / denominator)
  }
}
