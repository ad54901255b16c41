#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An IP address.
package struct HostAddress: Hashable, Sendable {
  /// Four bytes, or sixteen.
  package let bytes: [UInt8]

  /// Reads the usual text of an IPv4 or IPv6 address.
  package init?(_ text: String) {
    var four = in_addr()
    var sixteen = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
      bytes = withUnsafeBytes(of: sixteen) { Array($0) }
    } else {
      return nil
    }
  }

  /// Whether it is an address of the public internet: none of this machine, a private or local network, a
  /// documentation example or a group (the registries of RFC 6890, and RFC 4291 for IPv6).
  package var isPublic: Bool {
    if bytes.count == 4 { return HostAddress.isPublic(bytes[0], bytes[1], bytes[2]) }
    // Global unicast is 2000::/3. Teredo and 6to4 carry IPv4 addresses of any kind.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    if bytes[0] == 0x20, bytes[1] == 0x01 {
      return !(bytes[2] == 0x00 && bytes[3] == 0x00) && !(bytes[2] == 0x0D && bytes[3] == 0xB8)
    }
    return !(bytes[0] == 0x20 && bytes[1] == 0x02)
  }

  private static func isPublic(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0, _, _), (10, _, _), (127, _, _), (224...255, _, _), (100, 64...127, _), (169, 254, _),
      (172, 16...31, _), (192, 168, _), (192, 0, 0), (192, 0, 2), (198, 18...19, _), (198, 51, 100),
      (203, 0, 113):
      false
    default: true
    }
  }
}

/// Which hosts may be asked.
package enum HostPolicy: Sendable {
  /// Hosts of the public internet: the text of a stranger must not make a machine ask its neighbours.
  case publicOnly
  /// Every host.
  case any
}
