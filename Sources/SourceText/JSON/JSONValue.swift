/// JSON text as a tree.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Members in the order they are written.
  case object([Member])

  /// One member of an object.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue
  }

  /// The value of an object's member, the last of its name; `nil` if there is none, or this is no object.
  ///
  /// - Complexity: O(members).
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string; `nil` if this is none.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth of a boolean; `nil` if this is none.
  package var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }
}

extension JSONWriter {
  /// Writes a tree.
  package mutating func value(_ tree: JSONValue) {
    switch tree {
    case .null: null()
    case .bool(let flag): value(flag)
    case .number(let digits): verbatim(digits.utf8)
    case .string(let text): value(text)
    case .array(let elements): array { json in for element in elements { json.value(element) } }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.name)
          json.value(member.value)
        }
      }
    }
  }
}
