import SearchIndex

/// Addresses of redirectors: pages that only send a reader on to an address they carry in a parameter, such as
/// `https://link.zhihu.com/?target=https%3A//example.org`.
///
/// They count readers, warn of leaving, and break when their owner closes them; the address they carry works without
/// them. Those that carry a number in place of the address (`t.cn`, `bit.ly`) are not known here: nothing can be read
/// out of them.
package enum Redirector {
  /// The address a redirector leads to, or `nil` when the address is none's or leads to no web page.
  ///
  /// The parameter is percent-decoded once, from base 64 where it is in that, then what may not stand in an address is encoded again. Only `http` and
  /// `https` targets with a host are taken. A redirector within a redirector is unwrapped too, four deep; deeper ones
  /// lead to the innermost one reached.
  ///
  /// - Parameter address: the address, character references and escapes of Markdown resolved.
  /// - Complexity: O(bytes).
  package static func target(of address: [UInt8]) -> [UInt8]? {
    // They carry it in a query.
    guard address.contains(0x3F) else { return nil }
    var target: [UInt8]?
    for _ in 0..<deepestNesting {
      guard let next = directTarget(of: target ?? address) else { break }
      target = next
    }
    return target
  }

  private static let deepestNesting = 4

  private static func directTarget(of address: [UInt8]) -> [UInt8]? {
    guard let parts = WebAddress(URLPolicy.normalized(address)), let query = parts.query else { return nil }
    guard
      let service = RedirectingService.all.first(where: { $0.matches(host: parts.host, path: parts.path) })
    else { return nil }
    for name in service.parameters {
      for parameter in query.split(separator: 0x26) {
        guard let sign = parameter.firstIndex(of: 0x3D), parameter[..<sign].elementsEqual(name.utf8) else {
          continue
        }
        let value = PercentEncoding.decode(parameter[(sign + 1)...])
        let decoded = URLPolicy.normalized(decodedBase64(value) ?? value)
        if let target = WebAddress(decoded), !target.isWithoutScheme {
          return PercentEncoding.encodeIllegalBytes(of: decoded)
        }
      }
    }
    return nil
  }

  /// An address in base 64 (RFC 4648, of either alphabet), as Bing's results carry it behind `a1`.
  private static func decodedBase64(_ value: [UInt8]) -> [UInt8]? {
    let letters = value.starts(with: "a1".utf8) ? value.dropFirst(2) : value[...]
    // What every address begins with: `http`.
    guard letters.starts(with: "aHR0c".utf8) else { return nil }
    let standard = letters.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }
    return Base64.decode(standard, from: 0)
  }
}

/// One site's redirector.
private struct RedirectingService: Sendable {
  /// The host in lower case; also hosts below it when it begins with a dot.
  let host: String
  /// The only path, without a slash at its end; every path when `nil`.
  let path: String?
  /// The parameters that may carry the address, the usual one first.
  let parameters: [String]

  init(_ host: String, _ path: String?, _ parameters: String...) {
    (self.host, self.path, self.parameters) = (host, path, parameters)
  }

  func matches(host: String, path: ArraySlice<UInt8>) -> Bool {
    let isBelow = self.host.hasPrefix(".") && (host.hasSuffix(self.host) || self.host.dropFirst() == host)
    guard isBelow || self.host == host else { return false }
    guard let own = self.path else { return true }
    return (path.last == 0x2F ? path.dropLast() : path).elementsEqual(own.utf8)
  }

  static let all =
    [
      RedirectingService("link.zhihu.com", nil, "target"),
      RedirectingService("link.juejin.cn", nil, "target"),
      RedirectingService("link.juejin.im", nil, "target"),
      RedirectingService("link.csdn.net", nil, "target"),
      RedirectingService(".jianshu.com", "/go-wild", "url"),
      RedirectingService("link.jianshu.com", nil, "t"),
      RedirectingService("game.bilibili.com", "/linkfilter", "url"),
      RedirectingService("links.jianshu.com", "/go", "to"),
      RedirectingService("weibo.cn", "/sinaurl", "u", "url"),
      RedirectingService(".weibo.com", "/sinaurl", "u", "url"),
      RedirectingService("gitee.com", "/link", "target"),
      RedirectingService("www.oschina.net", "/action/GoToLink", "url"),
      RedirectingService("www.douban.com", "/link2", "url"),
      RedirectingService("cloud.tencent.com", "/developer/tools/blog-entry", "target"),
      RedirectingService("sspai.com", "/link", "target"),
      RedirectingService("leetcode.cn", "/link", "target"),
      RedirectingService("hd.nowcoder.com", "/link.html", "target"),
      RedirectingService("developer.aliyun.com", "/redirect", "target"),
      RedirectingService(".infoq.cn", "/link", "target"),
      RedirectingService("link.ld246.com", "/forward", "goto"),
      RedirectingService("afdian.com", "/link", "target"),
      RedirectingService("afdian.net", "/link", "target"),
      RedirectingService("c.pc.qq.com", nil, "pfurl", "url"),
      RedirectingService("docs.qq.com", "/scenario/link.html", "url"),
      RedirectingService("steamcommunity.com", "/linkfilter", "url", "u"),
      RedirectingService("l.facebook.com", "/l.php", "u"),
      RedirectingService("lm.facebook.com", "/l.php", "u"),
      RedirectingService("l.instagram.com", nil, "u"),
      RedirectingService("l.threads.com", nil, "u"),
      RedirectingService("out.reddit.com", nil, "url"),
      RedirectingService(".duckduckgo.com", "/l", "uddg"),
      RedirectingService(".bing.com", "/ck/a", "u"),
      RedirectingService(".bing.com", "/news/apiclick.aspx", "url"),
      RedirectingService("t.umblr.com", "/redirect", "z"),
      RedirectingService("slack-redir.net", "/link", "url"),
      RedirectingService(".youtube.com", "/redirect", "q"),
      RedirectingService("www.linkedin.com", "/redir/redirect", "url"),
      RedirectingService("vk.com", "/away.php", "to"),
      RedirectingService("exit.sc", nil, "url"),
      RedirectingService("medium.com", "/r", "url"),
      RedirectingService(".safelinks.protection.outlook.com", nil, "url"),
    ]
    + ["com", "com.hk", "com.tw", "co.jp", "co.uk", "de", "fr", "cn"].map {
      RedirectingService(".google.\($0)", "/url", "q", "url")
    }
    + ["com", "com.hk", "com.tw"].map { RedirectingService("scholar.google.\($0)", "/scholar_url", "url") }
}
