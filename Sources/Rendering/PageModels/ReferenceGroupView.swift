package import Templates

/// A part of a page's list of references, as its author divides it by headings and text.
package struct ReferenceGroupView: PageModel {
  package var heading: [UInt8]
  package var references: [ReferenceItem]

  package init(heading: [UInt8] = [], references: [ReferenceItem]) {
    self.heading = heading
    self.references = references
  }

  package static let modelName = "ReferenceGroup"
  package static let fields: [FieldBinding<ReferenceGroupView>] = [
    .html(
      "heading",
      "What stands above the group: a heading, an element of level 3 or below, or text; empty where there is none."
    ) {
      $0.heading
    },
    .flag("has_references", "The group holds sources.") { !$0.references.isEmpty },
    .list("references", "Its sources, mostly in the order of their numbers.") { $0.references },
  ]
}
