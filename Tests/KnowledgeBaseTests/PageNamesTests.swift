import Testing

@testable import KnowledgeBase

@Suite struct PageNamesTests {
  private func find(_ name: String, _ kind: PageNames.Kind) -> [Int] {
    var names = PageNames(count: 3)
    names.add("Entropy", .stem, EntryID(0))
    names.add("caf\u{E9}", .alias, EntryID(0))
    names.add("entropy", .stem, EntryID(1))
    names.add("entropy", .stem, EntryID(1))
    names.add("ENTROPY", .title, EntryID(2))
    names.add("", .title, EntryID(2))
    return names.find(name, kind, names.places(of: name)).map(\.index)
  }

  @Test func aNameAsWrittenGoesBeforeTheSameInAnotherCase() {
    #expect(find("Entropy", .stem) == [0])
    #expect(find("entropy", .stem) == [1])
    #expect(find("eNTROPY", .stem) == [0, 1])
  }

  @Test func aNameBelongsToItsKind() {
    #expect(find("entropy", .title) == [2])
    #expect(find("entropy", .section) == [])
    #expect(find("", .title) == [])
  }

  private func find(path: String) -> [Int] {
    var names = PageNames(count: 4)
    for (index, path) in ["about", "questions/Entropy", "questions/sub/entropy", "questions/entropy"]
      .enumerated()
    {
      names.add(path: path, EntryID(index))
    }
    // A slug may be another page's file name.
    names.add("entropy", .stem, EntryID(0))
    return names.find(path: path, names.places(of: path)).map(\.index)
  }

  @Test func aPathIsFoundAsAWhole() {
    #expect(find(path: "about") == [0])
    #expect(find(path: "questions/sub/entropy") == [2])
    #expect(find(path: "entropy") == [])
    #expect(find(path: "sub/entropy") == [])
    #expect(find(path: "questions/") == [])
  }

  @Test func aPathAsWrittenGoesBeforeTheSameInAnotherCase() {
    #expect(find(path: "questions/Entropy") == [1])
    #expect(find(path: "questions/entropy") == [3])
    #expect(find(path: "Questions/ENTROPY") == [1, 3])
  }

  @Test func composedAndDecomposedNamesAreOne() {
    #expect(find("cafe\u{301}", .alias) == [0])
    #expect(find("CAFE\u{301}", .alias) == [0])
  }
}
