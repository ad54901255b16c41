/// The default theme, inside the binary: templates, assets and the browser's engines. A site's own `templates/`
/// come before it, file by file.
public enum Theme {
  /// Every file, by ascending name. Decoded once, when first asked for.
  public static let files: [ThemeFile] = (embeddedTemplates + embeddedEngines).map { file in
    ThemeFile(name: String(decoding: file.name.latin1Bytes, as: UTF8.self), bytes: file.content.latin1Bytes)
  }.sorted { $0.name < $1.name }
}

/// A file of the default theme.
public struct ThemeFile: Sendable {
  /// The path below `templates/`, such as `question.html` or `assets/style.css`; `assets/engine.wasm` and
  /// `assets/calculator.wasm` are the compiled engines.
  public let name: String
  /// The whole content.
  public let bytes: [UInt8]
}

/// A file as the build-tool plugin `EmbedTheme` writes it down: each byte is the character of the same number.
struct EmbeddedFile: Sendable {
  let name: StaticString
  let content: StaticString
}

extension StaticString {
  /// The numbers of the characters, which are all below 256.
  fileprivate var latin1Bytes: [UInt8] {
    withUTF8Buffer { text in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count)
      var high: UInt8 = 0
      for unit in text {
        switch unit {
        case 0x80..<0xC0: bytes.append(high << 6 | unit & 0x3F)
        case 0xC0...: high = unit
        default: bytes.append(unit)
        }
      }
      return bytes
    }
  }
}
