/// What `index.json` says of the index.
struct Root: Sendable {
  var idSize: Int
  var terms: TermNames
  var documents: DocumentNames
  /// The file of the table of characters.
  var characters: UInt64

  /// The manifest.
  func file(assets: EngineAssets) -> IndexFile {
    IndexFile(name: [UInt8]("index.json".utf8), bytes: json(assets: assets))
  }

  /// The manifest's text.
  private func json(assets: EngineAssets) -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"format\":7,\n\"engine\":")
    json.string(assets.engine)
    json.raw(",\n\"wasm\":")
    json.string(assets.wasm)
    if let formulas = assets.formulas {
      json.raw(",\n\"formulas\":")
      json.string(formulas)
    }
    if let inflate = assets.inflate {
      json.raw(",\n\"inflate\":")
      json.string(inflate)
    }
    json.raw(",\n\"root\":")
    json.string(Base64.encode(bytes))
    json.raw("}\n")
    return json.bytes
  }

  /// The root, with zeros in front of its digest up to a multiple of three bytes.
  private var bytes: [UInt8] {
    var bytes = [FileHeader.version, UInt8(truncatingIfNeeded: idSize)]
    bytes.append((terms.hasDirectories ? 1 : 0) | (documents.directories.isEmpty ? 0 : 2))
    let names = [characters] + terms.overflow + documents.cards + documents.summaries + documents.directories
    for digest in names { appendDigest(digest, to: &bytes) }
    var table: [UInt8] = []
    KeyTable.write(terms.terms[...], to: &table)
    bytes.append(UInt8(truncatingIfNeeded: table.count >> 8))
    bytes.append(UInt8(truncatingIfNeeded: table.count))
    bytes += table
    KeyTable.write(terms.words[...], to: &bytes)
    while (bytes.count + FileName.digestLength) % 3 != 0 { bytes.append(0) }
    appendDigest(digest64(bytes), to: &bytes)
    return bytes
  }
}
