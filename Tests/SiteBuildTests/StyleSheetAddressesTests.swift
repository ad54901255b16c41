import Testing

@testable import SiteBuild

@Suite("Addresses in style sheets")
struct StyleSheetAddressesTests {
  private func replaced(_ styleSheet: String) -> String {
    let published = ["fonts/a.woff2": Array("assets/a.1234.woff2".utf8)]
    let bytes = StyleSheetAddresses.replaced(in: Array(styleSheet.utf8)) { published[$0] }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Files of the theme get their published names",
    arguments: ["url(\"fonts/a.woff2\")", "url('fonts/a.woff2')", "url(fonts/a.woff2)"])
  func published(address: String) {
    let expected = address.replacing("fonts/a.woff2", with: "a.1234.woff2")
    #expect(
      replaced("a{src:\(address) format(\"woff2\"),\(address)}")
        == "a{src:\(expected) format(\"woff2\"),\(expected)}")
  }

  @Test(
    "Everything else stays",
    arguments: [
      "", "u", "url(", "a { color: red }", "url(fonts/b.woff2)", "url(#clip)", "url(data:,x)",
      "url('fonts/a.woff2",
      "url(\")", "url()", "urlfonts/a.woff2)",
    ])
  func unchanged(styleSheet: String) {
    #expect(replaced(styleSheet) == styleSheet)
  }
}
