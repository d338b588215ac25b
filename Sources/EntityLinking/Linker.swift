public import ArticleText

/// Links articles against one catalogue.
///
/// Making one compiles the catalogue; after that it can link any number of articles, also from several threads.
public struct Linker: Sendable {
  let catalogue: Catalogue
  let index: FormIndex
  private let cues: CompiledCues

  /// Compiles a catalogue. Cost: linear in the letters of all names.
  public init(catalogue: Catalogue, cues: CueTable) {
    let compiled = CompiledCues(cues)
    self.catalogue = catalogue
    self.cues = compiled
    index = FormIndex(catalogue: catalogue, cues: compiled)
  }

  /// The entities that can be linked, in the order of their ids.
  public var entries: [CatalogueEntry] { catalogue.entries }

  /// The memory of the compiled names, in bytes, beside the catalogue itself.
  public var indexBytes: Int { index.bytes }

  /// The mentions of known entities in an article, from first to last; they do not overlap. Cost: linear.
  public func mentions(in text: VisibleText) -> [Mention] {
    decision(on: text).mentions()
  }

  /// What was weighed at each place where a name of the catalogue stands, mentions and others. Cost: linear.
  public func judgements(in text: VisibleText) -> [Judgement] {
    var judgements: [Judgement] = []
    forEachJudgement(in: text) { judgements.append($0) }
    return judgements
  }

  /// Hands them out one by one, so that no more of them are there at once.
  public func forEachJudgement(in text: VisibleText, _ take: (Judgement) -> Void) { decision(on: text).forEachJudgement(take) }

  /// Words that look like names of something the catalogue does not have. Cost: linear.
  public func unknownNames(in text: VisibleText) -> [UnknownName] { UnknownNameSearch(decision(on: text)).names() }

  /// The sentences that name two entities or more. Cost: linear.
  public func sentences(in text: VisibleText) -> [SentenceMentions] { decision(on: text).sentences() }

  /// The kind of the entity of an id.
  func kind(of id: String) -> EntityKind? { catalogue.position(of: id).map { catalogue.kinds[$0] } }

  func decision(on text: VisibleText) -> Decision {
    let article = Article(text, index: index, cues: cues)
    let matches = MatchScan.matches(in: article, index)
    return Decision(article: article, matches: matches, catalogue: catalogue, index: index, cues: cues)
  }
}
