import Fuzzing

@testable import SearchIndex

/// What holds of all that a decoder takes from a file, whatever stands in it.
enum DecoderSoundness {
  /// Reads all of a file, and ends the process when something does not hold, so that the fuzzer keeps the input.
  ///
  /// Checked are: terms end somewhere and are as many as the file may say; postings are of ids that there are, each
  /// once, the best first; names are of the kind that was asked for; what characters become are characters.
  static func check(_ kind: FileName.Kind, _ bytes: [UInt8], idCount: UInt32) {
    switch kind {
    case .terms, .overflow, .words: checkTerms(kind, bytes, idCount: idCount)
    case .directory:
      var names: [UInt64] = []
      KeyTable.find(
        .terms, from: [], to: [.max], limit: .max, in: bytes, at: FileHeader.length, into: &names)
      require(names.count <= 0xFFFF, "more names than two bytes can count")
      for name in names { require(name >> 40 == UInt64(FileName.Kind.terms.rawValue), "a foreign name") }
    case .documents:
      for id in UInt32.min..<1 << UInt32(IndexLimits.blockBits) {
        guard let result = SearchResult(id, score: 1, inCards: bytes) else { continue }
        require(result.tags.count <= bytes.count, "more tags than bytes")
      }
    case .summaries:
      for id in stride(from: UInt32.min, to: 1024, by: 31) {
        require(findSummary(of: id, in: bytes).count <= bytes.count, "a summary longer than its file")
      }
    case .documentDirectory:
      for place in 0...IndexLimits.fanOut {
        let digest = readDigest(bytes, at: FileHeader.length + place * FileName.digestLength)
        require(digest <= FileName.digestMask, "no digest")
      }
    case .characters:
      if let table = CharacterTable(bytes, from: FileHeader.length) { checkCharacters(table) }
    }
  }

  private static func checkTerms(_ kind: FileName.Kind, _ bytes: [UInt8], idCount: UInt32) {
    var cursor = TermCursor(bytes, kind, idCount: idCount)
    var count = 0
    while cursor.next(from: []) {
      count += 1
      require(cursor.term.count < 1024, "a term without end")
      var last = UInt32.max
      var lastID: UInt32?
      for posting in cursor.postings.postings {
        let (impact, id) = (posting >> PostingList.idBits, posting & PostingList.idMask)
        require(id < idCount, "no id")
        require(1...15 ~= impact && impact <= last, "impacts out of order")
        if impact == last, let lastID { require(id > lastID, "ids out of order") }
        (last, lastID) = (impact, id)
      }
    }
    require(count <= 0xFFFF, "more terms than two bytes can count")
  }

  private static func checkCharacters(_ table: CharacterTable) {
    for scalar in UInt32(0x80)..<0x20000 where !(0xD800..<0xE000 ~= scalar) {
      let (kind, value) = table.lookUp(scalar)
      guard kind == .letter || kind == .ideograph else { continue }
      require(Unicode.Scalar(value) != nil, "\(scalar) becomes \(value)")
    }
  }
}
