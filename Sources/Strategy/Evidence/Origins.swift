public import GraphModel

/// Documents that go back to one text: the press release and those who repeat it.
public struct Origin: Hashable, Sendable {
  /// The id of the text that they go back to, as far as it is known: else of the first document.
  public var id: String
  /// The ids of the documents, in the order of the evidence.
  public var documents: [String]
  /// Why they are taken for one, a sentence for each document that joined; empty for one document.
  public var reasons: [String]

  /// As a map of the query language.
  public var value: Value {
    var map = ValueMap()
    map["origin"] = .string(id)
    map["documents"] = .list(documents.map(Value.string))
    map["reasons"] = .list(reasons.map(Value.string))
    return .map(map)
  }
}

/// What of a document is compared.
struct OriginDocument {
  /// What the text of the graph says that it repeats; its own id says that it repeats nothing.
  var stated: String?
  var title: Shingles?
  var text: Shingles?
}

extension EvidenceReading {
  /// Above so much of the shorter text, one repeats the other; above so much of both, titles and quotes are the same.
  private static let repeatedText = 0.5
  private static let sameWords = 0.6
  /// With fewer words a title or a quote says nothing about where it comes from.
  private static let fewestWords = 4

  /// The independent origins of some evidence. General knowledge is none.
  ///
  /// Documents are one origin where the text of the graph says so (`origin`), where a claim is passed on from a text, or where
  /// their texts, titles or quotes are nearly the same: five-word shingles for texts, two-word shingles for the others.
  public func origins(of items: [EvidenceItem]) throws(StoreError) -> [Origin] {
    var origins: [Origin] = []
    var members: [[EvidenceItem]] = []
    for item in items where !item.isGeneralKnowledge {
      guard let document = item.document else { continue }
      let root = try root(of: item, document)
      var joined: (index: Int, reason: String?)?
      for (index, origin) in origins.enumerated() where joined == nil {
        if origin.documents.contains(document) || origin.id == root.id {
          joined = (index, origin.documents.contains(document) ? nil : root.reason ?? "`\(document)` is the text itself")
        } else if !root.isAlone, try !self.document(origin.id).isAlone(origin.id) {
          for other in members[index] where joined == nil {
            if let reason = try sameness(item, other) { joined = (index, reason) }
          }
        }
      }
      guard let joined else {
        origins.append(Origin(id: root.id, documents: [document], reasons: root.id == document ? [] : [root.reason].compactMap { $0 }))
        members.append([item])
        continue
      }
      members[joined.index].append(item)
      if !origins[joined.index].documents.contains(document) { origins[joined.index].documents.append(document) }
      if let reason = joined.reason, !origins[joined.index].reasons.contains(reason) {
        origins[joined.index].reasons.append(reason)
      }
    }
    return origins
  }

  /// The text that an item goes back to by what is stated, and why.
  private func root(of item: EvidenceItem, _ document: String) throws(StoreError) -> (id: String, reason: String?, isAlone: Bool) {
    var id = document
    var reason: String?
    if let source = item.attributedTo, try lookup.node(GraphNames.articleLabel, id: source) != nil {
      id = source
      reason = "`\(document)` passes on what `\(source)` says"
    }
    var seen: Set<String> = [id]
    while let stated = try self.document(id).stated, seen.insert(stated).inserted {
      reason = "`\(id)` is said to repeat `\(stated)`"
      id = stated
    }
    return (id, reason, try self.document(document).isAlone(document))
  }

  /// Why two items come from one text; nil where they do not seem to.
  private func sameness(_ a: EvidenceItem, _ b: EvidenceItem) throws(StoreError) -> String? {
    guard let first = a.document, let second = b.document else { return nil }
    let (one, other) = (try document(first), try document(second))
    if let text = one.text, let otherText = other.text, text.containment(in: otherText) >= Self.repeatedText {
      let count = min(text.count, otherText.count)
      return "the texts of `\(second)` and `\(first)` share \(text.shared(with: otherText)) of \(count) runs of five words"
    }
    if let title = one.title, let otherTitle = other.title, title.resemblance(to: otherTitle) >= Self.sameWords {
      return "`\(second)` and `\(first)` have nearly the same title"
    }
    guard let quote = Self.comparable(a.quote), let otherQuote = Self.comparable(b.quote),
      quote.resemblance(to: otherQuote) >= Self.sameWords
    else { return nil }
    return "`\(second)` and `\(first)` say it in nearly the same words"
  }

  private static func comparable(_ text: String?) -> Shingles? {
    guard let text, Shingles.words(text).count >= fewestWords else { return nil }
    return Shingles(text, words: 2)
  }

  private func document(_ id: String) throws(StoreError) -> OriginDocument {
    if let known = documents[id] { return known }
    var document = OriginDocument()
    if let article = try lookup.node(GraphNames.articleLabel, id: id) {
      let properties = try lookup.properties(of: article)
      document.stated = try properties.text("origin").map { origin throws(StoreError) in try self.document(ofSource: origin) }
      document.title = Self.comparable(properties.text("title"))
      document.text = properties.text("text").map { Shingles($0, words: 5) }
    }
    if let node = try lookup.node(GraphNames.sourceLabel, id: try source(ofDocument: id)) {
      let properties = try lookup.properties(of: node)
      let stated = try properties.text("origin").map { origin throws(StoreError) in try self.document(ofSource: origin) }
      document.stated = document.stated ?? stated
      document.title = document.title ?? Self.comparable(properties.text("title"))
    }
    documents[id] = document
    return document
  }
}

extension OriginDocument {
  /// Whether the text of the graph says that it repeats nothing.
  func isAlone(_ id: String) -> Bool { stated == id }
}
