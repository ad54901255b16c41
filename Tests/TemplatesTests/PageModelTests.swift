import Templates
import Testing

@Suite struct PageModelTests {
  @Test func schemaListsFieldsInTheirOrder() {
    let schema = Shelf.schema
    #expect(schema.name == "Shelf")
    #expect(schema.fields.map(\.name) == ["label", "notice", "place", "isOpen", "books", "owner", "site"])
    #expect(
      schema.fields.map(\.type) == [
        .text, .html, .url, .flag, .list(Book.schema), .record(Book.schema), .record(Book.schema),
      ])
    #expect(schema.fields[0].summary == "What stands on it.")
  }

  @Test func recordHoldsValuesInTheSchemasOrder() {
    let site = ModelRecord(values: [.text([1])])
    let shelf = Shelf(isOpen: true, books: [Book(title: [7])], owner: nil, site: site)
    #expect(
      shelf.record.values == [
        .text([2]), .html([3]), .url([4]), .flag(true), .list([ModelRecord(values: [.text([7])])]), .empty,
        .record(site),
      ])
    let owned = Shelf(isOpen: false, books: [], owner: Book(title: [9]), site: site)
    #expect(owned.record.values[5] == .record(ModelRecord(values: [.text([9])])))
  }

  @Test func recursiveModelIsUnrolledAsDeepAsTheLimitSays() {
    var schema = Tree.schema
    var levels = 0
    while !schema.fields.isEmpty {
      levels += 1
      guard case .list(let inner) = schema.fields[1].type else { break }
      schema = inner
    }
    #expect(levels == ModelSchema.selfNestingLimit)
    #expect(schema == ModelSchema(name: "Tree", fields: []))
  }

  @Test func documentationHasOneTablePerModel() {
    let inner = ModelSchema(
      name: "Inner", fields: [ModelField(name: "a", type: .url, summary: "One | two.\nThree.")])
    let schema = ModelSchema(
      name: "Outer",
      fields: [
        ModelField(name: "items", type: .list(inner), summary: "Many."),
        ModelField(name: "one", type: .record(inner), summary: "One."),
        ModelField(name: "body", type: .html, summary: "Markup."),
      ])
    #expect(
      schema.documentation() == """
        ## Outer

        | field | type | meaning |
        | --- | --- | --- |
        | `items` | list of Inner | Many. |
        | `one` | record Inner | One. |
        | `body` | HTML | Markup. |

        ## Inner

        | field | type | meaning |
        | --- | --- | --- |
        | `a` | URL | One \\| two. Three. |

        """)
  }
}

private struct Book: PageModel {
  var title: [UInt8]
  static let modelName = "Book"
  static let fields: [FieldBinding<Book>] = [.text("title", "Its title.") { $0.title }]
}

private struct Shelf: PageModel {
  var isOpen: Bool
  var books: [Book]
  var owner: Book?
  var site: ModelRecord
  static let modelName = "Shelf"
  static let fields: [FieldBinding<Shelf>] = [
    .text("label", "What stands on it.") { _ in [2] },
    .html("notice", "A notice.") { _ in [3] },
    .url("place", "Its page.") { _ in [4] },
    .flag("isOpen", "Whether one may take books.") { $0.isOpen },
    .list("books", "The books.") { $0.books },
    .record("owner", "A book that owns it.") { $0.owner },
    .shared("site", "The same for all.", as: Book.self) { $0.site },
  ]
}

private struct Tree: PageModel {
  var label: [UInt8]
  var children: [Tree]
  static let modelName = "Tree"
  static let fields: [FieldBinding<Tree>] = [
    .text("label", "Its label.") { $0.label },
    .list("children", "What hangs below.") { $0.children },
  ]
}
