import Testing

@testable import Rendering

@Suite("A site's license")
struct ContentLicenseTests {
  @Test(
    "A name leads to the license's text where it is known, and an address has a name that people read",
    arguments: [
      ("CC BY-SA 4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
      ("cc0 1.0", "cc0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
      (
        "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.zh", "CC BY-NC-ND 4.0",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.zh"
      ),
      (
        "https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/"
      ),
      ("https://example.org/terms/", "example.org/terms", "https://example.org/terms/"),
      ("版权所有", "版权所有", ""), ("CC BY", "CC BY", ""), ("CC BY-XX 4.0", "CC BY-XX 4.0", ""),
      ("javascript:alert(1)", "javascript:alert(1)", ""), ("</p>", "</p>", ""),
    ])
  func reading(written: String, name: String, url: String) {
    let license = ContentLicense(written)
    #expect(String(decoding: license.name, as: UTF8.self) == name)
    #expect(String(decoding: license.url, as: UTF8.self) == url)
  }
}
