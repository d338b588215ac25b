public import ArticleText

/// Links articles against one catalogue.
///
/// Making one compiles the catalogue; after that it can link any number of articles, also from several threads.
public struct Linker: Sendable {
  let catalogue: Catalogue
  let index: FormIndex
  private let cues: CompiledCues

  /// Compiles a catalogue. Cost: linear in the letters of all names.
  public init(catalogue: Catalogue, cues: CueTable = .standard) {
    let compiled = CompiledCues(cues)
    self.catalogue = catalogue
    self.cues = compiled
    index = FormIndex(catalogue: catalogue, cues: compiled)
  }

  /// The mentions of known entities in an article, from first to last; they do not overlap. Cost: linear.
  public func mentions(in text: VisibleText) -> [Mention] {
    let article = Article(text, index: index, cues: cues)
    let matches = MatchScan.matches(in: article, index)
    var decision = Decision(article: article, matches: matches, catalogue: catalogue, index: index, cues: cues)
    return decision.mentions()
  }
}
