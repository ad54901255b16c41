/// Arithmetic on `/`-separated paths; nothing here looks at a disk.
public enum PathName {
  /// `path` seen from `folder`; an absolute `path` is itself.
  public static func join(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || path.utf8.first == slash { return path }
    if path.isEmpty { return folder }
    return folder.utf8.last == slash ? folder + path : folder + "/" + path
  }

  /// The folder that holds a path: `/` for `/a`, `.` for `a`.
  public static func parent(_ path: String) -> String {
    let bytes = trimmed(path)
    guard let cut = bytes.lastIndex(of: slash) else { return bytes.isEmpty && !path.isEmpty ? "/" : "." }
    let head = trimmed(String(bytes[..<cut]) ?? "")
    return head.isEmpty ? "/" : String(head) ?? "."
  }

  /// The last component without slashes; empty for `/`.
  public static func lastComponent(_ path: String) -> String {
    let bytes = trimmed(path)
    let start = bytes.lastIndex(of: slash).map(bytes.index(after:)) ?? bytes.startIndex
    return String(bytes[start...]) ?? ""
  }

  /// Whether `path` is `folder` or lies below it; both canonical.
  public static func contains(_ folder: String, _ path: String) -> Bool {
    guard path.utf8.starts(with: folder.utf8) else { return false }
    return folder.utf8.count == path.utf8.count || folder.utf8.last == slash
      || path.utf8.dropFirst(folder.utf8.count).first == slash
  }

  /// The order of two paths by their bytes; `String`'s own order follows Unicode's canonical equivalence.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  static let slash = UInt8(ascii: "/")

  private static func trimmed(_ path: String) -> Substring.UTF8View {
    var bytes = path.utf8[...]
    while bytes.last == slash { bytes.removeLast() }
    return bytes
  }
}
