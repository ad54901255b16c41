/// What `index.json` says of the index, as the builder knows it.
struct ManifestParts: Sendable {
  var idBits: Int
  /// Files or directories of terms, by ascending key; the first key is empty.
  var terms: [NamedKey]
  /// Files or directories of documents, by ascending range of ids.
  var documents: [FileName?]
  /// The table of Traditional characters; none for an index without Han characters.
  var characters: FileName?

  /// The manifest's text, UTF-8, keys in a fixed order.
  func json(assets: EngineAssets) -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"format\":2,\n\"engine\":")
    json.string(assets.engine)
    json.raw(",\n\"wasm\":")
    json.string(assets.wasm)
    json.raw(",\n\"idBits\":")
    json.number(UInt32(idBits))
    json.raw(",\n\"blockBits\":")
    json.number(UInt32(IndexLimits.blockBits))
    if let characters {
      json.raw(",\n\"characters\":")
      json.string(characters.bytes)
    }
    json.raw(",\n\"terms\":[")
    for (position, entry) in terms.enumerated() {
      json.raw(position == 0 ? "\n[" : ",\n[")
      json.string(entry.key)
      json.raw(",")
      json.string(entry.name.bytes)
      json.raw("]")
    }
    json.raw("],\n\"documents\":[")
    for (position, name) in documents.enumerated() {
      json.raw(position == 0 ? "\n" : ",\n")
      if let name {
        json.string(name.bytes)
      } else {
        json.raw("null")
      }
    }
    json.raw("]}\n")
    return json.bytes
  }
}
