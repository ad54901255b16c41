import Markdown
import SourceText

/// What a page says to machines: types and properties of schema.org as JSON-LD (W3C, JSON-LD 1.1).
///
/// What is empty is left out, and nothing is claimed that nobody said.
enum StructuredData {
  /// An object of a type, for the inside of a `script` element: every `<` is written `\u003C`, so that no text ends
  /// the element.
  ///
  /// - Complexity: O(bytes written).
  static func document(_ type: String, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(capacity: 4096)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", type)
      write(&json)
    }
    guard json.bytes.contains(0x3C) else { return json.bytes }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.bytes.count + 64)
    for byte in json.bytes {
      if byte == 0x3C { bytes += "\\u003C".utf8 } else { bytes.append(byte) }
    }
    return bytes
  }
}

extension JSONWriter {
  /// Writes an object of a type.
  mutating func thing(_ type: String, _ write: (inout JSONWriter) -> Void) {
    object { json in
      json.member("@type", type)
      write(&json)
    }
  }

  /// Writes a property that is one thing.
  mutating func thing(_ name: String, _ type: String, _ write: (inout JSONWriter) -> Void) {
    key(name)
    thing(type, write)
  }

  /// Writes a property that is a list of what is written for each element; nothing for an empty list.
  mutating func things<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    array(name) { json in
      for element in elements { write(&json, element) }
    }
  }

  /// Writes a property that is text, UTF-8; nothing when it is empty.
  mutating func text(_ name: String, _ text: [UInt8]) {
    guard !text.isEmpty else { return }
    member(name, String(decoding: text, as: UTF8.self))
  }

  /// Writes a property that is a day; nothing when it is not known.
  mutating func day(_ name: String, _ date: CalendarDate?) {
    guard let date else { return }
    text(name, date.isoBytes)
  }

  /// Writes a property that is a person or an organization by name alone; nothing when there is no name.
  mutating func named(_ name: String, _ type: String, _ value: Sourced<String>?) {
    guard let value, !value.value.isEmpty else { return }
    thing(name, type) { $0.member("name", value.value) }
  }

  /// Writes that a text was made by a language model, alone or together with people.
  mutating func digitalSource(_ kind: ProvenanceClaim.Kind?) {
    switch kind {
    case .ai: member("digitalSourceType", "https://schema.org/TrainedAlgorithmicMediaDigitalSource")
    case .mixed:
      member("digitalSourceType", "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource")
    case .human, nil: break
    }
  }
}
