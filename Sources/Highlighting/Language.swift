/// A programming, data or markup language whose code can be highlighted.
public struct Language: Sendable, Hashable {
  enum Kind: CaseIterable, Sendable, Hashable {
    case c, cpp, csharp, console, css, diff, go, html, ini, java, javascript, json, kotlin, latex, markdown,
      python,
      rust, shell, sql, swift, toml, typescript, yaml
  }

  let kind: Kind

  /// All languages there are, in the order of their names.
  public static let all: [Language] = Kind.allCases.map { Language(kind: $0) }

  /// The canonical name, in lower case.
  public var name: String { kind.names[0] }

  /// Other names it goes by, in lower case.
  public var aliases: [String] { Array(kind.names.dropFirst()) }

  /// The language of that name or alias, ASCII letters in either case; `nil` if none is known.
  ///
  /// - Parameter name: the first word of a code block's info string, as bytes.
  /// - Complexity: O(length of the name); nothing is allocated.
  public static func named(_ name: some Collection<UInt8>) -> Language? {
    table[name].map { Language(kind: $0) }
  }

  private static let table = WordTable(
    Kind.allCases.map { (words: $0.names.joined(separator: " "), value: $0) }, foldsCase: true)
}

extension Language.Kind {
  /// The canonical name, then the aliases.
  var names: [String] {
    switch self {
    case .c: ["c", "h", "objc", "objective-c", "metal", "opencl"]
    case .cpp: ["cpp", "c++", "cc", "cxx", "hpp", "hh", "hxx", "h++", "cuda", "cu", "arduino"]
    case .csharp: ["csharp", "c#", "cs"]
    case .console: ["console", "shell-session", "shellsession", "terminal"]
    case .css: ["css", "scss", "less"]
    case .diff: ["diff", "patch", "udiff"]
    case .go: ["go", "golang"]
    case .html: ["html", "xml", "svg", "xhtml", "htm", "mathml", "rss", "atom", "xsl", "plist", "vue"]
    case .ini: ["ini", "cfg", "conf", "properties", "dotenv", "env", "editorconfig"]
    case .java: ["java"]
    case .javascript: ["javascript", "js", "jsx", "mjs", "cjs", "node"]
    case .json: ["json", "jsonc", "json5", "jsonl", "ndjson", "geojson", "webmanifest", "ipynb"]
    case .kotlin: ["kotlin", "kt", "kts"]
    case .latex: ["latex", "tex", "bibtex", "bib"]
    case .markdown: ["markdown", "md", "mdown", "mkd"]
    case .python: ["python", "py", "python3", "py3", "pyi", "ipython"]
    case .rust: ["rust", "rs"]
    case .shell: ["shell", "sh", "bash", "zsh", "ksh", "ash", "dash"]
    case .sql:
      [
        "sql", "mysql", "mariadb", "postgresql", "postgres", "pgsql", "plpgsql", "sqlite", "sqlite3", "tsql",
        "plsql", "bigquery", "duckdb", "hive", "hql", "clickhouse", "snowflake",
      ]
    case .swift: ["swift"]
    case .toml: ["toml"]
    case .typescript: ["typescript", "ts", "tsx", "mts", "cts"]
    case .yaml: ["yaml", "yml"]
    }
  }
}
