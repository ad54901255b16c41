/// Parameters of addresses that only tell a site where a reader came from.
enum TrackingParameters {
  /// An address without them, `nil` when it has none.
  ///
  /// - Complexity: O(bytes).
  static func cleaned(_ address: [UInt8]) -> [UInt8]? {
    guard let mark = address.firstIndex(of: 0x3F) else { return nil }
    let end = address[mark...].firstIndex(of: 0x23) ?? address.endIndex
    let parameters = address[(mark + 1)..<end].split(separator: 0x26, omittingEmptySubsequences: false)
    let kept = parameters.filter { !isTracking($0) }
    guard kept.count < parameters.count else { return nil }
    var result = Array(address[..<mark])
    if kept.contains(where: { !$0.isEmpty }) { result += [0x3F] + Array(kept.joined(separator: [0x26])) }
    return result + address[end...]
  }

  /// The name of the chat program that wrote the address, as its parameters tell.
  static func model(in address: [UInt8]) -> String? {
    guard let mark = address.firstIndex(of: 0x3F) else { return nil }
    let query = address[(mark + 1)...].prefix { $0 != 0x23 }
    for parameter in query.split(separator: 0x26) {
      let parts = parameter.split(separator: 0x3D, maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = String(decoding: parts[0], as: UTF8.self).lowercased()
      let value = String(decoding: parts[1], as: UTF8.self).lowercased()
      guard ["utm_source", "utm_medium", "utm_campaign", "ref", "source"].contains(name) else { continue }
      if models.contains(value) { return value }
    }
    return nil
  }

  private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
    let parts = parameter.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first.map({ String(decoding: $0, as: UTF8.self).lowercased() }) else {
      return false
    }
    if prefixes.contains(where: { name.hasPrefix($0) }) || names.contains(name) { return true }
    guard parts.count == 2 else { return false }
    let value = String(decoding: parts[1], as: UTF8.self).lowercased()
    return (name == "from" && shares.contains(value))
      || (["ref", "source"].contains(name) && models.contains(value))
  }

  private static let prefixes = [
    "utm_",  // Urchin and Google Analytics, by now of everybody
    "hsa_", "__hs",  // HubSpot
    "mtm_", "pk_",  // Matomo, formerly Piwik
    "spm_id",  // bilibili
  ]

  private static let names: Set<String> = [
    "fbclid",  // Facebook
    "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl",  // Google
    "msclkid",  // Microsoft
    "yclid", "ysclid", "_openstat",  // Yandex
    "twclid", "ref_src",  // X
    "ttclid",  // TikTok
    "igshid", "igsh",  // Instagram
    "li_fat_id",  // LinkedIn
    "rdt_cid",  // Reddit
    "mc_cid", "mc_eid",  // Mailchimp
    "_hsenc", "_hsmi", "hsctatracking",  // HubSpot
    "mkt_tok",  // Marketo
    "vero_id", "oly_enc_id", "oly_anon_id", "wickedid",  // mailing services
    "spm",  // Alibaba, CSDN
    "vd_source", "share_source", "share_medium", "share_plat", "share_session_id", "share_tag",  // bilibili
    "from_wecom", "nsukey", "isappinstalled", "sharer_sharetime", "sharer_shareid",  // WeChat
    "xhsshare",  // Xiaohongshu
    "weibo_id",  // Weibo
  ]

  /// Values of `from` with which WeChat marks how an address was passed on.
  private static let shares: Set<String> = ["singlemessage", "groupmessage", "timeline", "from_wecom"]

  private static let models: Set<String> = [
    "chatgpt.com", "chatgpt", "chat.openai.com", "openai", "openai.com", "copilot", "copilot.com",
    "copilot.microsoft.com", "perplexity", "perplexity.ai", "www.perplexity.ai", "claude.ai", "gemini",
    "gemini.google.com", "grok.com", "poe.com", "you.com", "deepseek", "deepseek.com", "chat.deepseek.com",
    "doubao.com", "www.doubao.com", "kimi.com", "kimi.moonshot.cn", "yuanbao.tencent.com", "tongyi.com",
  ]
}
