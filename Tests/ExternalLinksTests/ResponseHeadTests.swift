import Testing

@testable import ExternalLinks

@Suite struct ResponseHeadTests {
  private func head(_ text: String) -> ResponseHead? { ResponseHead(Array(text.utf8)) }

  @Test func statusAndFieldsAreRead() throws {
    let read = try #require(
      head("HTTP/1.1 301 Moved Permanently\r\nlocation:  /new?a:b \r\nRetry-After: 120\r\nX: y\r\n\r\nbody"))
    #expect(read.status == 301)
    #expect(read.location == Array("/new?a:b".utf8))
    #expect(read.retryAfter == .seconds(120))
  }

  @Test func aStatusNeedsNoReason() {
    #expect(head("HTTP/2 404 \r\n\r\n")?.status == 404)
    #expect(head("HTTP/2 204\n\n")?.status == 204)
  }

  @Test func interimAnswersArePassedOver() {
    #expect(head("HTTP/1.1 103 Early Hints\r\nLocation: /x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")?.location == nil)
    #expect(head("HTTP/1.1 100 Continue\r\n\r\n") == nil)
  }

  @Test func aHeadThatIsNotWholeIsNone() {
    let whole = "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"
    for length in 0..<whole.utf8.count { #expect(ResponseHead(Array(whole.utf8.prefix(length))) == nil) }
    #expect(head("<html>\n\n") == nil)
    #expect(head("HTTP/1.1 2000 OK\r\n\r\n") == nil)
    #expect(head("HTTP/1.1 abc\r\n\r\n") == nil)
  }

  @Test func aDateOrAnAbsurdNumberIsNoPatience() {
    #expect(head("HTTP/1.1 503 X\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n\r\n")?.retryAfter == nil)
    #expect(head("HTTP/1.1 503 X\r\nRetry-After: 99999999999999999999\r\n\r\n")?.retryAfter == nil)
  }
}
