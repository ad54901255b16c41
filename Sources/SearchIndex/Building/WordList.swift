/// Byte strings of 1...255 bytes, one behind the other, by number.
struct WordList {
  /// A length byte each, then the bytes.
  let bytes: [UInt8]
  /// Where each begins in `bytes`, at its length byte.
  private let starts: [UInt32]

  /// Finds the words in `bytes`. O(words).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = []
    var start = 0
    while start < bytes.count {
      starts.append(UInt32(truncatingIfNeeded: start))
      start += 1 + Int(bytes[start])
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  /// Where the bytes of a word are. O(1).
  @inline(__always)
  func range(_ number: Int) -> Range<Int> {
    let start = Int(starts[number]) &+ 1
    return SearchIndex.range(start, start &+ Int(bytes[start &- 1]))
  }

  /// Replaces `term` by the code points of the word at `place`, which is well-formed UTF-8. O(length).
  func copyTerm(_ place: Range<Int>, into term: inout [UInt32]) {
    term.removeAll(keepingCapacity: true)
    let text = bytes.span.extracting(place)
    var index = 0
    while index < text.count, let (scalar, length) = decodeScalar(text, at: index) {
      term.append(scalar)
      index &+= length
    }
  }

  /// The words in the order of their bytes, which are distinct, and the number that each has here. O(words), and
  /// O(n · log n) for words that have their first eight bytes in common.
  func sorted() -> (words: WordList, numbers: [UInt32]) {
    let order = order()
    var sorted: [UInt8] = []
    sorted.reserveCapacity(bytes.count)
    for number in order {
      let place = range(Int(number))
      sorted.append(contentsOf: bytes[place.lowerBound - 1..<place.upperBound])
    }
    return (WordList(sorted), order)
  }

  /// The numbers of the words in the order of their bytes, likewise.
  func order() -> [UInt32] {
    let text = bytes.span
    var keys: [WordSortingKey] = []
    keys.reserveCapacity(count)
    for number in starts.indices {
      let prefix = sortingPrefix(text.extracting(range(number)))
      keys.append(WordSortingKey(prefix: prefix, number: UInt32(truncatingIfNeeded: number)))
    }
    WordSortingKey.sort(&keys)
    keys.withUnsafeMutableBufferPointer { sortTies(in: $0, from: 8) }
    return keys.map { $0.number }
  }

  /// Sorts those words by the bytes from `place` on that have all before it in common.
  private func sortTies(in keys: UnsafeMutableBufferPointer<WordSortingKey>, from place: Int) {
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].prefix == keys[start].prefix { end += 1 }
      if end - start > 1 { sortByRest(.init(rebasing: keys[start..<end]), from: place) }
      start = end
    }
  }

  /// Sorts words that have all bytes before `place` in common, or end there.
  private func sortByRest(_ keys: UnsafeMutableBufferPointer<WordSortingKey>, from place: Int) {
    let text = bytes.span
    for index in keys.indices {
      let word = range(Int(keys[index].number))
      let rest = SearchIndex.range(min(word.lowerBound + place, word.upperBound), word.upperBound)
      // Behind the last byte there are but words that end with zeros.
      keys[index].prefix = place > 255 ? UInt64(word.count) : sortingPrefix(text.extracting(rest))
    }
    if keys.count > 16 {
      var sorted = keys
      sorted.sort { $0.prefix < $1.prefix }
    } else {
      for index in keys.indices {
        let key = keys[index]
        var place = index
        while place > 0, key.prefix < keys[place - 1].prefix {
          keys[place] = keys[place - 1]
          place -= 1
        }
        keys[place] = key
      }
    }
    if place <= 255 { sortTies(in: keys, from: place + 8) }
  }
}

/// The beginning of a word, by which most words are in order, and its number.
private struct WordSortingKey {
  var prefix: UInt64
  var number: UInt32

  /// Sorts by prefix, least significant digit first, in six stable passes of eleven bits. O(keys).
  static func sort(_ keys: inout [WordSortingKey]) {
    var other = keys
    for shift in stride(from: UInt64(0), to: 64, by: 11) {
      var places = InlineArray<2048, Int>(repeating: 0)
      for key in keys { places[Int(truncatingIfNeeded: key.prefix &>> shift & 2047)] &+= 1 }
      var total = 0
      for digit in places.indices {
        let count = places[digit]
        places[digit] = total
        total += count
      }
      for key in keys {
        let digit = Int(truncatingIfNeeded: key.prefix &>> shift & 2047)
        other[places[digit]] = key
        places[digit] &+= 1
      }
      swap(&keys, &other)
    }
  }
}
