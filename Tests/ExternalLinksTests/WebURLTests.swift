import Testing

@testable import ExternalLinks

@Suite struct WebURLTests {
  @Test(arguments: [
    ("https://Example.ORG", "https://example.org/"),
    ("HTTP://example.org:80/a?b#c", "http://example.org/a?b"),
    ("https://example.org:8443/", "https://example.org:8443/"),
    ("https://example.org?q=1", "https://example.org/?q=1"),
    ("https://example.org/熵 a", "https://example.org/%E7%86%B5%20a"),
    ("https://example.org/%E7%86%B5", "https://example.org/%E7%86%B5"),
    ("https://example.org/a/../b/./c", "https://example.org/b/c"),
    ("https://example.org/../..", "https://example.org/"),
    ("https://example.org/?next=../x", "https://example.org/?next=../x"),
    ("https://[2001:DB8::1]:81/a", "https://[2001:db8::1]:81/a"),
    ("  https://example.org/a\n", "https://example.org/a"),
  ])
  func anAddressIsReadAsARequestNeedsIt(written: String, meant: String) {
    #expect(WebURL(Array(written.utf8))?.text == meant)
  }

  @Test(arguments: [
    "", "example.org", "//example.org", "mailto:a@example.org", "ftp://example.org/", "https://",
    "https:///a",
    "https://user@example.org/", "https://user:secret@example.org/", "https://例子.org/", "https://a b/",
    "https://example.org:0/", "https://example.org:65536/", "https://example.org:x/", "https://[::1/",
    "https://-exam\"ple/",
  ])
  func whatIsNoWholeWebAddressIsNone(written: String) {
    #expect(WebURL(Array(written.utf8)) == nil)
  }

  /// Section 5.4 of RFC 3986, as far as its cases are of the web, without fragments.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"), (";x", "http://a/b/c/;x"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
    ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"),
    ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("https://b/", "https://b/"),
  ])
  func aReferenceIsResolvedAsTheStandardSays(reference: String, meant: String) throws {
    let base = try #require(WebURL(Array("http://a/b/c/d;p?q".utf8)))
    #expect(base.resolving(Array(reference.utf8))?.text == meant)
  }

  @Test(arguments: ["g:h", "javascript:alert(1)", "file:///etc/passwd", "//user@host/"])
  func aReferenceOutOfTheWebIsNone(reference: String) throws {
    let base = try #require(WebURL(Array("http://a/b".utf8)))
    #expect(base.resolving(Array(reference.utf8)) == nil)
  }

  @Test(arguments: [
    "127.0.0.1", "127.255.255.255", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.7", "198.18.0.1", "203.0.113.9", "::1",
    "::",
    "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
    "2001:db8::1", "2002:7f00:1::", "2001::1",
  ])
  func addressesOfNeighboursAreNotPublic(text: String) throws {
    #expect(try #require(HostAddress(text)).isPublic == false)
  }

  @Test(arguments: [
    "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.0.3.1", "2606:4700::1111", "2001:4860::1",
  ])
  func addressesOfTheInternetAre(text: String) throws {
    #expect(try #require(HostAddress(text)).isPublic)
  }

  @Test(arguments: ["", "localhost", "1.2.3", "256.1.1.1", "1.2.3.4.5", ":::", "[::1]"])
  func otherTextIsNoAddress(text: String) {
    #expect(HostAddress(text) == nil)
  }
}
