extension String {
  /// The text in small letters; at once where no character can be a capital, as in most paths and Chinese titles.
  ///
  /// - Complexity: O(length).
  var inSmallLetters: String {
    let mayHoldCapital =
      utf8.withContiguousStorageIfAvailable { bytes in
        // Of what begins beyond ASCII, kana and Chinese characters (U+3000 to U+9FFF) have no case.
        bytes.contains { $0 &- 0x41 < 26 || $0 >= 0xC0 && $0 &- 0xE3 > 6 }
      } ?? true
    return mayHoldCapital ? lowercased() : self
  }
}
