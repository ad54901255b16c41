import ExternalLinks
import SourceText
import Synchronization
import Testing

@testable import SiteBuild

/// `check --external` over a site in memory and servers that only pretend.
@Suite struct ExternalCheckTests {
  /// Answers by the address, and counts.
  private final class PretendedServers: LinkTransport {
    private let answers: [String: LinkAnswer]
    private let counter = Mutex<[String: Int]>([:])

    init(_ answers: [String: LinkAnswer]) { self.answers = answers }

    func answer(to request: LinkRequest) -> LinkAnswer {
      counter.withLock { $0[request.url.text, default: 0] += 1 }
      return answers[request.url.text] ?? .response(status: 200)
    }

    var asked: [String: Int] { counter.withLock { $0 } }
  }

  private static let now = 1_700_000_000

  private func check(
    _ site: SiteFixture, _ servers: PretendedServers, now: Int = now
  ) throws -> CheckReport {
    var external = ExternalCheck(servers, now: now)
    external.limits.pause = .zero
    return try SitePipeline(options: site.options, fileSystem: site.files).check(external: external)
  }

  /// `id path:line:column` of what is said about other sites.
  private func found(_ report: CheckReport) -> [String] {
    report.diagnostics.filter { $0.id.rawValue.hasPrefix("external.") }.map { diagnostic in
      let place = diagnostic.location?.position.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(diagnostic.id.rawValue) \(diagnostic.location?.path ?? "")\(place)"
    }
  }

  private static let gone = LinkAnswer.response(status: 404)

  @Test func anAddressIsFoundWhereverAuthorsWriteIt() throws {
    let site = try SiteFixture([
      "content/references/r.md": """
      ---
      title: R
      url: https://gone.example/url
      archived: https://gone.example/archived
      ---
      Text.
      """,
      "content/questions/q.md": """
      # Q

      [a](https://gone.example/link#part) <https://gone.example/auto>

      ![图](https://gone.example/image.png)

      <a href="https://gone.example/html">x</a>

      [b](https://link.zhihu.com/?target=https%3A//gone.example/behind)

      [c][d], [mail](mailto:a@gone.example) and [here](#q).

      ## References

      1. [own](https://gone.example/own)

      [d]: //gone.example/reference
      """,
    ])
    let names = ["url", "archived", "link", "auto", "image.png", "html", "behind", "own", "reference"]
    let servers = PretendedServers(
      Dictionary(uniqueKeysWithValues: names.map { ("https://gone.example/\($0)", Self.gone) }))
    let report = try check(site, servers)
    #expect(Set(servers.asked.keys) == Set(names.map { "https://gone.example/\($0)" }))
    #expect(servers.asked.values.allSatisfy { $0 == 2 })
    #expect(
      found(report).sorted() == [
        "external.gone content/questions/q.md", "external.gone content/questions/q.md:11:1",
        "external.gone content/questions/q.md:15:4", "external.gone content/questions/q.md:3:1",
        "external.gone content/questions/q.md:3:37", "external.gone content/questions/q.md:5:1",
        "external.gone content/questions/q.md:9:1", "external.gone content/references/r.md:3:6",
        "external.gone content/references/r.md:4:11",
      ])
    #expect(report.exitCode == 0)
    #expect(report.links?.summary == "checked 9 addresses on 1 host: 9 gone")
  }

  @Test func manyPlacesOfAnAddressAreOneReport() throws {
    for count in 1...6 {
      let links = (1...count).map { "[\($0)](https://gone.example/)" }.joined(separator: "\n\n")
      let servers = PretendedServers(["https://gone.example/": Self.gone])
      let report = try check(SiteFixture(["content/questions/q.md": "# Q\n\n\(links)\n"]), servers)
      #expect(found(report).count == (count > 3 ? 1 : count))
      #expect(servers.asked == ["https://gone.example/": 2])
    }
  }

  @Test func whatIsSaidNamesTheAddressAndWhatToDo() throws {
    let servers = PretendedServers([
      "https://gone.example/": Self.gone,
      "https://old.example/": .response(status: 301, location: Array("https://new.example/%E7%86%B5".utf8)),
      "https://down.example/1": .failure(.noSuchHost), "https://down.example/2": .failure(.noSuchHost),
    ])
    let site = try SiteFixture([
      "content/questions/q.md": """
      # Q

      [a](https://down.example/1) [b](https://gone.example/) [c](https://old.example/)

      [d](https://down.example/2) [e](https://good.example/) [f](https://例子.example/)
      """
    ])
    let report = try check(site, servers)
    let said = report.diagnostics.filter { $0.id.rawValue.hasPrefix("external.") }
    #expect(
      said.map(\.message) == [
        "2 pages of down.example cannot be read: there is no such host.",
        "The page https://gone.example/ is gone (404).",
        "The page https://old.example/ has moved for good.",
      ])
    #expect(said.last?.notes.map(\.message) == ["Its new address is https://new.example/%E7%86%B5"])
    #expect(said.first?.notes.map(\.message) == ["It is also named at content/questions/q.md:5:1."])
    #expect(said.allSatisfy { $0.severity == .warning })
    #expect(
      report.links?.summary
        == "checked 6 addresses on 4 hosts: 1 gone, 1 moved, 2 unreachable, 1 not judged")
  }

  @Test func theReportDoesNotDependOnWhoAnswersFirst() throws {
    let links = (0..<40).map { "[x](https://host\($0 % 9).example/\($0))" }.joined(separator: "\n")
    let answers = (0..<40).map { number -> (String, LinkAnswer) in
      let answer: LinkAnswer = number % 3 == 0 ? Self.gone : number % 7 == 0 ? .failure(.timeout) : .forbidden
      return ("https://host\(number % 9).example/\(number)", answer)
    }
    let reports = try (0..<5).map { _ in
      let site = try SiteFixture(["content/questions/q.md": "# Q\n\n\(links)\n"])
      return try check(site, PretendedServers(Dictionary(uniqueKeysWithValues: answers))).diagnostics
    }
    #expect(Set(reports).count == 1)
  }

  @Test func answersAreRememberedAsLongAsTheyHold() throws {
    let site = try SiteFixture([
      "content/questions/q.md": "# Q\n\n[a](https://gone.example/) [b](https://good.example/)\n"
    ])
    let servers = PretendedServers(["https://gone.example/": Self.gone])
    let first = try check(site, servers)
    let day = 24 * 60 * 60
    let second = try check(site, servers, now: Self.now + day - 1)
    #expect(second.diagnostics == first.diagnostics && second.links?.summary == first.links?.summary)
    #expect(servers.asked == ["https://gone.example/": 2, "https://good.example/": 1])
    _ = try check(site, servers, now: Self.now + day)
    #expect(servers.asked == ["https://gone.example/": 4, "https://good.example/": 1])
    _ = try check(site, servers, now: Self.now + 7 * day)
    #expect(servers.asked == ["https://gone.example/": 6, "https://good.example/": 2])
    #expect(try site.files.read("/site/.quaestio/.gitignore") == Array("*\n".utf8))
  }

  @Test func rulesSetTheLevelAndNobodyIsAskedWithoutTheOption() throws {
    let site = try SiteFixture([
      "quaestio.yml": "rules:\n  external.gone: error\n",
      "content/questions/q.md": "# Q\n\n[a](https://gone.example/)\n",
    ])
    let servers = PretendedServers(["https://gone.example/": Self.gone])
    #expect(try check(site, servers).exitCode == 1)
    let plain = try SitePipeline(options: site.options, fileSystem: site.files).check()
    #expect(plain.exitCode == 0 && plain.links == nil && found(plain) == [])
  }
}
