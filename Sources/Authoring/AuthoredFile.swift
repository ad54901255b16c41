/// A file for an author to go on with.
package struct AuthoredFile: Hashable, Sendable {
  /// Path below the folder it is for.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
