/// A template as a tree; ranges are bytes of its file.
enum TemplateNode {
  /// A line begins: the white space before its first text or tag.
  case lineStart(Range<Int>)
  case text(Range<Int>)
  case variable(VariableTag)
  case section(SectionTag)
  case partial(InclusionTag)
  case parent(InclusionTag, overrides: [BlockTag])
  case block(BlockTag)
}

/// `{{x}}`, `{{{x}}}`, `{{&x}}`.
struct VariableTag {
  var name: TagName
  var isEscaped: Bool
  var range: Range<Int>
}

/// `{{#x}}…{{/x}}`, `{{^x}}…{{/x}}`.
struct SectionTag {
  var name: TagName
  var isInverted: Bool
  var range: Range<Int>
  var body: [TemplateNode]
}

/// `{{>x}}` or the head of `{{<x}}…{{/x}}`.
struct InclusionTag {
  var name: TagName
  /// White space before a tag that has its line for itself, which indents every included line.
  var indentation: Range<Int>?
}

/// `{{$x}}…{{/x}}`: a place that may be filled, or, directly inside a parent tag, what fills it.
struct BlockTag {
  var name: TagName
  var body: [TemplateNode]
  /// Whether the opening tag has its line for itself, so that the body begins with a line of its own.
  var isStandalone: Bool
  /// White space before a tag that comes first on its line.
  var indentation: Range<Int>?
  /// White space before the body's first line, when the body begins with a line of its own.
  var bodyIndentation: Range<Int>?
}
