/// What a check found out about an address.
package enum LinkVerdict: Sendable, Hashable {
  case good
  /// The server says that there is no such page.
  case gone(status: Int)
  /// The page is there, at another address for good.
  case moved(to: String)
  /// The host does not answer, or a host it redirects to.
  case unreachable(host: String, LinkFault)
  /// The server answered something that says nothing about the page, or may not be asked.
  case unjudged
}
