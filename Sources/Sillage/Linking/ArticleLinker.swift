import ArticleText
import EntityLinking

/// Finds the known entities that articles name.
///
/// Making one reads and compiles all names; after that it links any number of articles.
public struct ArticleLinker: Sendable {
  private let linker: Linker
  private let names: [String: EntityName]

  private init(_ catalogue: Catalogue, names: [String: EntityName]) {
    linker = Linker(catalogue: catalogue)
    self.names = names
  }

  /// Links against the entities of a graph.
  public init(_ database: GraphDatabase) throws(SillageError) {
    self = try database.reading { reader throws(SillageError) in
      do throws(StoreError) {
        let catalogue = try Catalogue(reader)
        return ArticleLinker(catalogue, names: try Self.names(catalogue, reader))
      } catch { throw .store(error) }
    }
  }

  /// Links against a file with a JSON list of `{id, type, name, aliases, nicknames, links}`.
  public init(catalogueFile path: String) throws(SillageError) {
    let catalogue = try Catalogue(file: path)
    let names = catalogue.entries.map { ($0.id, EntityName(id: $0.id, name: $0.name, types: [$0.type])) }
    self.init(catalogue, names: Dictionary(names, uniquingKeysWith: { first, _ in first }))
  }

  private static func names(_ catalogue: Catalogue, _ reader: EntityReader) throws(StoreError) -> [String: EntityName] {
    let index = try EntityIndex(reader)
    var names: [String: EntityName] = [:]
    for entry in catalogue.entries {
      if let node = index.node(withID: entry.id) { names[entry.id] = try reader.name(of: node) }
    }
    return names
  }

  /// The mentions in a document, from first to last. Fails with a diagnostic for bytes that are no text.
  public func link(_ bytes: [UInt8], document: String) throws(SillageError) -> MentionList {
    let text: VisibleText
    do throws(Diagnostic) { text = try VisibleText(name: document, bytes: bytes) } catch {
      throw .faults([error], sources: [SourceText(name: document, bytes: bytes)])
    }
    var places = ScalarPlaces(text.source)
    let mentions = linker.mentions(in: text).map { mention in
      let place = places.place(of: mention.start)
      return MentionReport(
        offsets: mention.start..<mention.end, line: place.line, column: place.column, text: mention.text,
        entity: names[mention.entity] ?? EntityName(id: mention.entity, name: mention.entity, types: []),
        score: mention.score)
    }
    return MentionList(document: document, mentions: mentions)
  }
}

/// Lines and columns of offsets in Unicode scalars, asked for in ascending order.
private struct ScalarPlaces {
  private let source: SourceText
  private var scalar = 0
  private var byte = 0

  init(_ source: SourceText) { self.source = source }

  mutating func place(of offset: Int) -> SourcePlace {
    let bytes = source.bytes
    while scalar < offset, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    return source.place(of: byte)
  }
}
