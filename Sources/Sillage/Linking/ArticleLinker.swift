import ArticleText
import EntityLinking
import GraphFiles

/// Finds the known entities that articles name.
///
/// Making one reads and compiles all names; after that it links any number of articles.
public struct ArticleLinker: Sendable {
  let linker: Linker
  let names: [String: EntityName]
  let knowledge: LinkingKnowledge

  private init(_ catalogue: Catalogue, names: [String: EntityName], _ knowledge: LinkingKnowledge) {
    linker = Linker(catalogue: catalogue, cues: knowledge.table)
    self.knowledge = knowledge
    self.names = names
  }

  /// Links against the entities of a graph.
  public init(_ database: GraphDatabase, _ knowledge: LinkingKnowledge = .builtIn) throws(SillageError) {
    self = try database.reading { reader throws(SillageError) in
      do throws(StoreError) {
        let (catalogue, names) = try Catalogue.reading(reader)
        return ArticleLinker(catalogue, names: names, knowledge)
      } catch { throw .store(error) }
    }
  }

  /// Links against a file with a JSON list of `{id, type, name, aliases, nicknames, links}`.
  public init(catalogueFile path: String, _ knowledge: LinkingKnowledge = .builtIn) throws(SillageError) {
    let catalogue = try Catalogue(file: path)
    let names = catalogue.entries.map { ($0.id, EntityName(id: $0.id, name: $0.name, types: [$0.type])) }
    self.init(catalogue, names: Dictionary(names, uniquingKeysWith: { first, _ in first }), knowledge)
  }

  /// Links against a catalogue that was read before.
  public init(_ catalogue: LinkingCatalogue, _ knowledge: LinkingKnowledge = .builtIn) {
    self.init(catalogue.catalogue, names: [:], knowledge)
  }

  /// How many places of a raw text have a known name, before it is weighed whether it is meant. Cost: one pass that keeps nothing.
  public func candidateCount(in bytes: [UInt8]) -> Int { linker.candidates(in: bytes).count }

  /// The memory of the compiled names, in bytes.
  public var indexBytes: Int { linker.indexBytes }

  /// The mentions in a document, from first to last. Fails with a diagnostic for bytes that are no text.
  public func link(_ bytes: [UInt8], document: String) throws(SillageError) -> MentionList {
    let text = try visibleText(bytes, document)
    return report(mentions(in: text), text, document)
  }

  /// The text that offsets in a document count scalars of: its bytes as UTF-8; for a PDF what is taken out of it. Fails with a diagnostic for bytes
  /// that are no text. Cost: reads the document.
  public func text(of bytes: [UInt8], document: String) throws(SillageError) -> [UInt8] { try visibleText(bytes, document).raw }

  func visibleText(_ bytes: [UInt8], _ document: String) throws(SillageError) -> VisibleText {
    try ArticleInput(name: document, bytes: bytes).read()
  }

  /// The mentions, with what people decided about this very text in place of what the cues say.
  func mentions(in text: VisibleText) -> [Mention] {
    var mentions = linker.mentions(in: text)
    let decisions = knowledge.decisions.about(text.raw)
    if decisions.isEmpty { return mentions }
    for decision in decisions {
      let overlapping = mentions.filter { $0.start < decision.range.upperBound && decision.range.lowerBound < $0.end }
      mentions.removeAll { $0.start < decision.range.upperBound && decision.range.lowerBound < $0.end }
      guard let entity = decision.entity?.value else { continue }
      let same = overlapping.first { $0.start == decision.range.lowerBound && $0.end == decision.range.upperBound }
      guard let visible = same?.visible ?? text.visible(of: decision.range) else { continue }
      mentions.append(Mention(decided: entity, decision.range, visible: visible, text: text.rawText(of: visible)))
    }
    return mentions.sorted { $0.start < $1.start }
  }

  func report(_ mentions: [Mention], _ text: VisibleText, _ document: String) -> MentionList {
    var places = ScalarPlaces(text)
    var reports: [MentionReport] = []
    reports.reserveCapacity(mentions.count)
    for index in mentions.indices {
      let (start, end) = (mentions[index].start, mentions[index].end)
      let place = places.place(of: start, at: text.rawBytes(of: mentions[index].visible).lowerBound)
      reports.append(
        MentionReport(
          offsets: start..<end, line: place.line, column: place.column, text: mentions[index].text, entity: name(of: mentions[index].entity),
          score: mentions[index].score, isUncertain: mentions[index].isUncertain))
    }
    return MentionList(document: document, source: ArticleSource(text, document: document), mentions: reports)
  }

  func name(of entity: String) -> EntityName { names[entity] ?? EntityName(id: entity, name: entity, types: []) }
}
