/// Addresses in a style sheet that lies in the folder `assets/`, as all published files of a theme do.
enum StyleSheetAddresses {
  /// The style sheet with the published address of every file it names as `url(name)`, in quotation marks or not.
  ///
  /// - Parameters:
  ///   - published: the address of a file below the site's root, by its name below the theme's `assets/`; nil
  ///     leaves the name as it is.
  /// - Complexity: O(bytes).
  static func replaced(in styleSheet: [UInt8], published: (String) -> [UInt8]?) -> [UInt8] {
    let start = Array("url(".utf8)
    let folder = Array("assets/".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(styleSheet.count)
    var copied = 0
    var place = 0
    while let found = styleSheet[place...].firstIndex(of: start[0]) {
      place = found + 1
      guard styleSheet[found...].starts(with: start),
        let end = styleSheet[found...].firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      place = end
      let name = unquoted(styleSheet[(found + start.count)..<end])
      guard let address = published(String(decoding: name, as: UTF8.self)), address.starts(with: folder)
      else { continue }
      output += styleSheet[copied..<name.startIndex] + address.dropFirst(folder.count)
      copied = name.endIndex
    }
    return output + styleSheet[copied...]
  }

  private static func unquoted(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let mark = name.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
      name.count >= 2, name.last == mark
    else { return name }
    return name.dropFirst().dropLast()
  }
}
