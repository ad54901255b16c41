import SourceText
import Testing

@testable import SiteBuild

@Suite struct PublishingGuardTests {
  @Test(arguments: PublishingPlace.allCases)
  func outputsThatMeetSourcesAreRefused(place: PublishingPlace) throws {
    try place.withSite { site in
      try site.files.makeDirectory(site.root + "/content/questions")
      try site.files.createSymbolicLink(site.root + "/hidden", to: "content/questions")
      try site.files.makeDirectory(site.root + "/../elsewhere/notes")
      try site.files.createSymbolicLink(site.root + "/templates", to: "../elsewhere/notes")
      func refusal(_ output: String) -> PublishError.Overlap? {
        let before = try? site.tree("..")
        let error = #expect(throws: PublishError.self) {
          try Publisher(fileSystem: site.files).begin(
            output: PathName.join(site.root, output), protecting: site.protection)
        }
        #expect((try? site.tree("..")) == before, "nothing may change before a refusal")
        guard case .overlapsSources(_, _, let overlap) = error else { return nil }
        #expect(error?.kind == .refusal)
        return overlap
      }
      #expect(refusal(".") == .same)
      #expect(refusal("content/..") == .same)
      #expect(refusal("..") == .contains)
      #expect(refusal("/") == .contains)
      #expect(refusal("content") == .same)
      #expect(refusal("content/new/folder") == .inside)
      #expect(refusal("hidden") == .inside)
      #expect(refusal("hidden/public") == .inside)
      #expect(refusal("../elsewhere") == .contains)
      #expect(refusal("../elsewhere/notes/x") == .inside)
      #expect(refusal(".quaestio") == .same)
      #expect(refusal(".quaestio/cache") == .inside)
      #expect(refusal(".git/public") == .inside)
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func outputsBesideSourcesAreFine(place: PublishingPlace) throws {
    try place.withSite { site in
      for output in ["public", "../public", "content-public", "a/b/c", ".quaestio/preview"] {
        let path = PathName.join(site.root, output)
        let staging = try Publisher(fileSystem: site.files).begin(output: path, protecting: site.protection)
        try staging.write(OutputFile(path: "index.html", bytes: [1]))
        #expect(try staging.commit().way == .created)
        #expect(try site.files.read(path + "/index.html") == [1])
      }
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func anOutputThatIsNoFolderIsRefused(place: PublishingPlace) throws {
    try place.withSite { site in
      try site.put("file")
      try site.files.createSymbolicLink(site.root + "/broken", to: "nowhere")
      for output in ["file", "broken", "broken/x", "missing/../x"] {
        let path = site.root + "/" + output
        #expect(throws: PublishError.outputNotFolder(path)) {
          try Publisher(fileSystem: site.files).begin(output: path, protecting: site.protection)
        }
      }
    }
  }

  @Test(arguments: PublishingTests.cases)
  func foreignFilesAreNamedAndNothingIsTouched(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      try site.publish(PublishingTests.old, mode)
      for name in ["z", "y", "a/1", "questions/稀疏/note", ".htaccess", "q", "r"] {
        try site.put("public/" + name)
      }
      try site.files.createSymbolicLink(site.output + "/link", to: "index.html")
      let before = try site.tree("")
      let error = #expect(throws: PublishError.self) { try site.publish(PublishingTests.new, mode) }
      let first = [".htaccess", "a/1", "link", "q", "questions/稀疏/note"]
      #expect(error == .foreignFiles(output: site.output, paths: first, count: 8))
      #expect(error?.description.contains("holds 8 files that Quaestio did not make: .htaccess, a/1") == true)
      #expect(try site.tree("") == before)
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func aFolderWithoutManifestIsForeignUnlessEmpty(place: PublishingPlace) throws {
    try place.withSite { site in
      try site.files.makeDirectory(site.output + "/empty/inner")
      try site.publish(["index.html": "home"])
      #expect(try site.tree("public").count == 2, "empty folders are nobody's")
      try site.files.removeFile(site.output + "/.quaestio-manifest")
      #expect(throws: PublishError.foreignFiles(output: site.output, paths: ["index.html"], count: 1)) {
        try site.publish(["index.html": "home"])
      }
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func aDamagedManifestProvesNothing(place: PublishingPlace) throws {
    try place.withSite { site in
      try site.publish(["index.html": "home"])
      let path = site.output + "/.quaestio-manifest"
      let bytes = try site.files.read(path)
      try site.files.writeAtomically(path, bytes.dropLast())
      let damage = OutputManifest.Damage(line: 2, problem: .count)
      #expect(throws: PublishError.damagedManifest(path: path, damage)) {
        try site.publish(["index.html": "home"])
      }
      try site.files.removeFile(site.output + "/index.html")
      #expect(try site.publish(["a": "b"]).way == .exchanged)
      #expect(try site.published() == ["a": "b"])
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func oneBuildHoldsTheLock(place: PublishingPlace) throws {
    try place.withSite { site in
      let lock = try BuildLock.acquire(site: site.root, fileSystem: site.files)
      let error = #expect(throws: PublishError.self) {
        try BuildLock.acquire(site: site.root, fileSystem: site.files)
      }
      guard case .locked(let path, let holder) = error else {
        Issue.record("expected a lock, got \(String(describing: error))")
        return
      }
      #expect(path == site.root + "/.quaestio/lock")
      #expect(holder.hasPrefix("process "))
      #expect(error?.kind == .machine)
      lock.release()
      try BuildLock.acquire(site: site.root, fileSystem: site.files).release()
    }
  }
}
