import Diagnostics
import GraphModel

extension GraphCheck {
  /// The longest quote from a text that is not ours, in words.
  static let longestQuote = 8

  /// The type that everything with claims has.
  private static let articleType = "Article"

  mutating func checkClaims() {
    var reportedArticles: Set<String> = []
    var texts: [String: AnchoredText] = [:]
    for claim in records.claims {
      checkArticle(claim.article, in: claim.file, &reportedArticles)
      checkStatement(of: claim)
      for evidence in claim.evidence {
        let id = evidence.article.value
        if id != claim.article.value { checkArticle(evidence.article, in: claim.file, &reportedArticles) }
        guard let position = index.articles[id] else {
          checkForeignQuote(evidence, in: claim.file)
          continue
        }
        let article = texts[id] ?? AnchoredText(records.articles[position].text)
        texts[id] = article
        if let fault = article.fault(in: evidence, of: claim.file) { report(fault) }
      }
    }
  }

  /// Reports what is no article, each only once.
  private mutating func checkArticle(_ id: Spanned<String>, in file: String, _ reported: inout Set<String>) {
    guard reported.insert(id.value).inserted else { return }
    guard let labels = index.labels[id.value] else {
      guard !index.hasEntity(id.value) else { return }
      report(
        .graphUnknownArticle, "no article `\(id.value)`", in: file, at: id.span,
        label: index.question(forEntity: id.value), hint: "an article is an entity, or a Markdown file with front matter")
      return
    }
    if !labels.isEmpty, !labels.contains(Self.articleType) {
      report(.graphUnknownArticle, "`\(id.value)` is \(Self.withArticle(labels[0])) and no article", in: file, at: id.span)
    }
  }

  private mutating func checkStatement(of claim: ClaimRecord) {
    checkEntityReference(claim.subject, in: claim.file)
    if case .entity(let object) = claim.object, !index.hasEntity(object.value) {
      let question = index.question(forEntity: object.value)
      report(
        .graphUnknownEntity, "no entity `\(object.value)`", in: claim.file, at: object.span, label: question,
        hint: Self.isLikeLiteral(object.value) ? "a literal is written `\"=\(object.value)\"`" : nil)
    }
    for person in [claim.assertedBy, claim.attributedTo] {
      if let person, isFirstUse(of: person, in: claim) { checkEntityReference(person, in: claim.file) }
    }
    guard schema.isWhole else { return }
    if schema.relation(claim.predicate.value) == nil, schema.predicate(claim.predicate.value) == nil {
      let known = schema.relationNames + schema.predicates.map(\.name.value)
      report(
        .graphUnknownPredicate, "no claim predicate `\(claim.predicate.value)`", in: claim.file, at: claim.predicate.span,
        label: NearName.question(for: claim.predicate.value, among: known),
        hint: "a relationship type, its inverse, or one of `claim_predicates` in the schema")
    }
    if !schema.modalities.isEmpty, schema.modality(claim.modality.value) == nil {
      let known = schema.modalities.map(\.name.value)
      report(
        .graphUnknownWord, "no modality `\(claim.modality.value)`", in: claim.file, at: claim.modality.span,
        label: NearName.question(for: claim.modality.value, among: known), hint: "one of " + known.joined(separator: ", "))
    }
  }

  /// Whether a text cannot be meant as an id.
  private static func isLikeLiteral(_ text: String) -> Bool {
    !FileReading.isIdentifier(text) || text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether a claim names the entity itself, or is the first to inherit it from the head of its file.
  private func isFirstUse(of id: Spanned<String>, in claim: ClaimRecord) -> Bool {
    guard id.span.start < claim.id.span.start else { return true }
    return records.claims.first { $0.file == claim.file }?.id.span.start == claim.id.span.start
  }

  // MARK: Quotes

  private mutating func checkForeignQuote(_ evidence: Evidence, in file: String) {
    let words = Self.wordCount(evidence.quote.value)
    if words > Self.longestQuote {
      report(
        .graphLongQuote, "a quote of \(words) words from a text that is not ours", in: file, at: evidence.quote.span,
        hint: "at most \(Self.longestQuote): quote the words that carry the claim, and give the rest as `in`")
    }
    let length = AnchoredText.length(of: evidence.quote.value, in: evidence.unit)
    if length != evidence.anchor.value.count {
      report(
        .graphMalformedOffsets,
        "the quote is \(length) long, and its offsets hold \(evidence.anchor.value.count)", in: file,
        at: evidence.anchor.span, label: "in the unit `\(evidence.unit.rawValue)`",
        notes: [Diagnostic.Note("the quote", source: file, span: evidence.quote.span)])
    } else if evidence.unit == .scalar, let whole = index.lengths[evidence.article.value],
      whole < evidence.passage.value.upperBound
    {
      report(
        .graphMalformedOffsets, "the article has \(whole) code points, and the passage ends at \(evidence.passage.value.upperBound)",
        in: file, at: evidence.passage.span)
    }
  }

  /// Words are runs of letters, digits, apostrophes and hyphens.
  static func wordCount(_ text: String) -> Int {
    text.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "'’-_".unicodeScalars.contains(scalar))
    }.count
  }
}
