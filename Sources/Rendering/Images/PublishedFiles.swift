/// The files that are published because something links to them.
package struct PublishedFiles: Sendable {
  private var addresses: [String: [UInt8]] = [:]
  private var sizes: [[UInt8]: ImageSize] = [:]

  /// No files.
  package init() {}

  /// The address below the root of the file with a path relative to the site.
  package subscript(path: String) -> [UInt8]? {
    get { addresses[path] }
    set { addresses[path] = newValue }
  }

  /// How large the image at an address below the root is.
  package func imageSize(at address: [UInt8]) -> ImageSize? { sizes[address] }

  /// Notes the size of a file at an address below the root, if it is an image.
  package mutating func addImage(_ bytes: [UInt8], at address: [UInt8]) {
    sizes[address] = ImageSize(of: bytes)
  }
}
