import Markdown
import Testing

@testable import KnowledgeBase

@Suite("Redirectors that carry their target")
struct RedirectorTests {
  private func target(_ address: String) -> String? {
    Redirector.target(of: Array(address.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "Each known redirector leads to the address in its parameter",
    arguments: [
      "https://link.zhihu.com/?target=https%3A//a.org/p",
      "http://link.zhihu.com/?x=1&target=https%3A%2F%2Fa.org%2Fp",
      "https://www.google.com/url?q=https://a.org/p&sa=U",
      "https://google.com/url?url=https%3A%2F%2Fa.org%2Fp",
      "https://www.google.com.hk/url?sa=t&url=https%3A%2F%2Fa.org%2Fp",
      "https://link.juejin.cn/?target=https%3A%2F%2Fa.org%2Fp",
      "https://link.juejin.cn?target=https%3A%2F%2Fa.org%2Fp",
      "https://link.csdn.net/?target=https%3A%2F%2Fa.org%2Fp",
      "https://www.jianshu.com/go-wild?ac=2&url=https%3A%2F%2Fa.org%2Fp",
      "https://link.jianshu.com/?t=https%3A%2F%2Fa.org%2Fp",
      "https://game.bilibili.com/linkfilter/?url=https%3A%2F%2Fa.org%2Fp",
      "https://links.jianshu.com/go?to=https%3A%2F%2Fa.org%2Fp",
      "https://weibo.cn/sinaurl?u=https%3A%2F%2Fa.org%2Fp",
      "https://steamcommunity.com/linkfilter/?url=https://a.org/p",
      "https://leetcode.cn/link/?target=https%3A%2F%2Fa.org%2Fp",
      "https://xie.infoq.cn/link?target=https%3A%2F%2Fa.org%2Fp",
      "https://docs.qq.com/scenario/link.html?url=https%3A%2F%2Fa.org%2Fp&pid=1",
      "https://scholar.google.com/scholar_url?url=https://a.org/p&hl=en&sa=X",
      "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.org%2Fp&h=x",
      "https://out.reddit.com/t3_x?url=https%3A%2F%2Fa.org%2Fp",
      "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fa.org%2Fp",
      "https://www.bing.com/ck/a?!&&p=0c1f&ptn=3&u=a1aHR0cHM6Ly9hLm9yZy9w&ntb=1",
      "https://cn.bing.com/ck/a?u=a1aHR0cHM6Ly9hLm9yZy9w",
      "https://www.bing.com/news/apiclick.aspx?ref=x&url=https%3a%2f%2fa.org%2fp&c=1",
      "https://t.umblr.com/redirect?z=https%3A%2F%2Fa.org%2Fp&t=x",
      "https://slack-redir.net/link?url=https%3A%2F%2Fa.org%2Fp",
      "https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fa.org%2Fp",
      "https://youtube.com/redirect?q=https%3A%2F%2Fa.org%2Fp",
      "HTTPS://LINK.ZHIHU.COM/?target=https%3A//a.org/p#x",
      "//link.zhihu.com/?target=https%3A//a.org/p",
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.org%2Fp&data=x",
    ])
  func known(_ address: String) {
    #expect(target(address) == "https://a.org/p")
  }

  @Test(
    "Other addresses, and targets that are no web page, are left alone",
    arguments: [
      "https://www.zhihu.com/?target=https%3A//a.org", "https://link.zhihu.com/",
      "https://link.zhihu.com/?target=",
      "https://link.zhihu.com/?target=javascript%3Aalert(1)",
      "https://link.zhihu.com/?target=data%3Atext/html,x",
      "https://link.zhihu.com/?target=/relative", "https://link.zhihu.com/?target=%2F%2Fa.org",
      "https://link.zhihu.com/?target=https%3A//",
      "https://link.zhihu.com/?target=https%253A%252F%252Fa.org",
      "https://link.zhihu.com/?target=https%3A//user%40a.org",
      "https://www.google.com/search?q=https://a.org", "https://notgoogle.com/url?q=https://a.org",
      "https://evil.org/link.zhihu.com/?target=https%3A//a.org",
      "https://link.zhihu.com.evil.org/?target=https%3A//a.org",
      "https://link.zhihu.com@evil.org/?target=https%3A//a.org",
      "ftp://link.zhihu.com/?target=https%3A//a.org", "questions/a.md?target=https%3A//a.org", "", "https://",
      "https://?target=x",
      "https://www.bing.com/ck/a?u=a1aHR0cA", "https://www.bing.com/ck/a?u=a1L3NlYXJjaA",
      "https://www.bing.com/search?u=a1aHR0cHM6Ly9hLm9yZy9w",
      "https://www.youtube.com/watch?q=https://a.org", "https://link.zhihu.com/#?target=https%3A//a.org",
    ])
  func unknown(_ address: String) {
    #expect(target(address) == nil)
  }

  @Test("The target is decoded once, and what no address may hold is encoded")
  func decoding() {
    // Both letters in which the alphabets of base 64 differ.
    #expect(
      target("https://www.bing.com/ck/a?u=a1aHR0cHM6Ly9hLm9yZy8_cT3nhrU-eA")
        == "https://a.org/?q=%E7%86%B5%3Ex")
    #expect(
      target("https://link.zhihu.com/?target=https%3A//a.org/%25E7%2586%25B5") == "https://a.org/%E7%86%B5")
    #expect(
      target("https://link.zhihu.com/?target=https%3A//a.org/%E7%86%B5%20x%22%3Cy")
        == "https://a.org/%E7%86%B5%20x%22%3Cy")
    #expect(
      target("https://link.zhihu.com/?target=https%3A//a.org/%3Fa%3D1%26b%3D2%23c")
        == "https://a.org/?a=1&b=2#c")
    #expect(target("https://link.zhihu.com/?target=%0Ahttps%3A//a.org/%0Ap") == "https://a.org/p")
    #expect(target("https://link.zhihu.com/?target=https%3A//a.org/a%7Eb%5Bc%5D") == "https://a.org/a~b[c]")
  }

  @Test("Redirectors within redirectors are unwrapped, to a bound")
  func nested() {
    let twice =
      "https://link.csdn.net/?target=https%3A%2F%2Flink.zhihu.com%2F%3Ftarget%3Dhttps%253A%252F%252Fa.org"
    #expect(target(twice) == "https://a.org")
    var deep = "https://a.org"
    for _ in 0..<3 { deep = "https://www.google.com/url?q=" + deep }
    #expect(target(deep) == "https://a.org")
    for _ in 0..<1000 { deep = "https://www.google.com/url?q=" + deep }
    #expect(target(deep)?.hasPrefix("https://www.google.com/url?q=") == true)
  }

  @Test("A link whose text is a redirector's address shows the address it leads to; other texts stay")
  func texts() {
    let juejin = "https://link.juejin.cn/?target=https%3A%2F%2Fb.org"
    let fixture = KnowledgeFixture([
      "questions/a": """
      # A

      https://link.zhihu.com/?target=https%3A//a.org/p <https://www.google.com/url?q=https%3A//a.org/x%3Fb&sa=D>
      [\(juejin)](\(juejin)) [\(juejin)](https://b.org) [name](\(juejin)) [at \(juejin)](\(juejin)) `\(juejin)`
      """
    ])
    let text = fixture.id("questions/a").map { id in
      let entry = fixture.knowledge[id]
      return LinearText(fixture.knowledge, id).text(
        of: entry.document.nodes.firstIndex { $0.kind == .paragraph } ?? 0)
    }
    #expect(
      text?.text
        == "https://a.org/p https://a.org/x?b https://b.org https://b.org name at \(juejin) \(juejin)")
  }
}
