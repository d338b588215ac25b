import ArticleText
import EntityLinking
import GraphFiles
import Strategy

/// A place of an article that a person should look at: an uncertain mention, or a name that the graph does not have.
public struct ReviewItem: Hashable, Sendable {
  public var document: String
  /// The digits of the article's hash by which decisions find it.
  public var article: String
  /// Half-open, in Unicode scalars of the raw file.
  public var offsets: Range<Int>
  public var text: String
  /// What stands before and behind it, on one line.
  public var before: String
  public var behind: String
  /// What it may name, the likeliest first; none for an unknown name.
  public var candidates: [EntityName]
  /// Whether linking took the first candidate; else it took none.
  public var isMention: Bool
  /// Whether a person should decide: it is uncertain, or an unknown name, and nobody has decided yet.
  public var isOpen: Bool
}

/// What a person decides about a place.
public enum ReviewDecision: Hashable, Sendable {
  /// It names this entity.
  case entity(String)
  /// It names none.
  case none
  /// It names an entity that the graph does not have yet.
  case new(NewEntity)

  /// An entity to be added to the text of the graph.
  public struct NewEntity: Hashable, Sendable {
    public var id: String
    public var type: String
    public var name: String

    public init(id: String, type: String, name: String) {
      self.id = id
      self.type = type
      self.name = name
    }
  }
}

extension ArticleLinker {
  /// How many characters of an article are shown around a place.
  private static let context = 80

  /// What a person should look at in a document, in the order of the text: uncertain mentions about which nobody decided, and
  /// unknown names, each once. Fails with a diagnostic for bytes that are no text.
  /// - Parameter all: whether to give all places that can be decided about, also what is certain, what is decided, and each occurrence of
  ///   an unknown name.
  public func reviewItems(in bytes: [UInt8], document: String, all: Bool = false) throws(SillageError) -> [ReviewItem] {
    let text = try visibleText(bytes, document)
    let scalars = ScalarSlices(text.raw)
    let hash = String(SHA256.hex(of: text.raw).prefix(MentionDecisions.hashDigits))
    func item(_ range: Range<Int>, _ words: String, _ candidates: [EntityName], isMention: Bool, isOpen: Bool) -> ReviewItem {
      ReviewItem(
        document: document, article: hash, offsets: range, text: words,
        before: scalars.inner(max(0, range.lowerBound - Self.context)..<range.lowerBound),
        behind: scalars.inner(range.upperBound..<range.upperBound + Self.context), candidates: candidates,
        isMention: isMention, isOpen: isOpen)
    }
    var items: [ReviewItem] = []
    explain(text) { place in
      guard place.isUncertain || all else { return }
      items.append(
        item(place.offsets, place.text, place.candidates.map(\.entity), isMention: place.isMention, isOpen: place.isUncertain))
    }
    let decided = Set(knowledge.decisions.about(text.raw).map(\.range))
    var seen: Set<String> = []
    for name in linker.unknownNames(in: text) where !decided.contains(name.start..<name.end) {
      let isFirst = seen.insert(name.folded).inserted
      if isFirst || all { items.append(item(name.start..<name.end, name.text, [], isMention: false, isOpen: isFirst)) }
    }
    return items.sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }
  }
}
