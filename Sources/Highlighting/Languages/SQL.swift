extension Grammar {
  static let sql = Grammar(
    words: [
      .keywords(
        """
        add after all alter analyze and any array as asc before begin between by cascade case cast check collate
        column commit conflict constraint create cross cube current database declare default deferrable delete desc
        describe distinct do drop else elsif end except exec execute exists explain fetch filter first following for
        foreign from full function grant group grouping having if ignore ilike in index inner insert intersect
        interval into is isnull join key language last lateral left like limit loop materialized merge natural
        not nothing notnull nulls of offset on only or order outer over partition preceding primary procedure
        qualify range recursive references rename replace restrict return returning returns revoke right rollback
        rollup row rows savepoint schema select sequence set some start table tablesample temp temporary then to
        top transaction trigger truncate unbounded union unique unnest update upsert use using vacuum values view
        when where while window with within without
        """),
      .constants("false null true unknown"),
      .types(
        """
        bigint bigserial bit blob bool boolean bytea char character clob date datetime decimal double float float4
        float8 int int2 int4 int8 integer json jsonb mediumint money nchar number numeric nvarchar precision real
        serial smallint text time timestamp timestamptz tinyint uuid varbinary varchar varying xml
        """),
    ],
    foldsCase: true, lineComments: ["--"], blockComment: .c,
    strings: [
      StringRule("'", escapes: .doubledDelimiter, isMultiline: true),
      StringRule("'", prefixes: "b n x", escapes: .doubledDelimiter, isMultiline: true),
      StringRule("'", prefixes: "e", isMultiline: true),
      StringRule("\"", as: .property, escapes: .doubledDelimiter),
      StringRule("`", as: .property, escapes: .doubledDelimiter),
    ],
    sigils: [Sigil("@", .variable), Sigil("$", .variable), Sigil(":", .variable)],
    operators: "+-*/%=<>!&|^~")
}
