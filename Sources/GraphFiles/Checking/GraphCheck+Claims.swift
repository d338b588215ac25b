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
      if reportedArticles.insert(claim.article.value).inserted { checkArticle(of: claim) }
      checkStatement(of: claim)
      guard let position = index.articles[claim.article.value] else {
        checkForeignQuote(claim)
        continue
      }
      let article = texts[claim.article.value] ?? AnchoredText(records.articles[position].text)
      texts[claim.article.value] = article
      checkQuote(claim, article)
    }
  }

  private mutating func checkArticle(of claim: ClaimRecord) {
    let id = claim.article
    guard let labels = index.labels[id.value] else {
      guard !index.hasEntity(id.value) else { return }
      report(
        .graphUnknownArticle, "no article `\(id.value)`", in: claim.file, at: id.span,
        label: index.question(forEntity: id.value), hint: "an article is an entity, or a Markdown file with front matter")
      return
    }
    if !labels.isEmpty, !labels.contains(Self.articleType) {
      report(
        .graphUnknownArticle, "`\(id.value)` is \(Self.withArticle(labels[0])) and no article", in: claim.file, at: id.span)
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

  private mutating func checkForeignQuote(_ claim: ClaimRecord) {
    let evidence = claim.evidence
    let words = Self.wordCount(evidence.quote.value)
    if words > Self.longestQuote {
      report(
        .graphLongQuote, "a quote of \(words) words from a text that is not ours", in: claim.file, at: evidence.quote.span,
        hint: "at most \(Self.longestQuote): quote the words that carry the claim, and give the rest as `in`")
    }
    let length = AnchoredText.length(of: evidence.quote.value, in: evidence.unit)
    if length != evidence.anchor.value.count {
      report(
        .graphMalformedOffsets,
        "the quote is \(length) long, and its offsets hold \(evidence.anchor.value.count)", in: claim.file,
        at: evidence.anchor.span, label: "in the unit `\(evidence.unit.rawValue)`",
        notes: [Diagnostic.Note("the quote", source: claim.file, span: evidence.quote.span)])
    } else if evidence.unit == .scalar, let whole = index.lengths[claim.article.value], whole < evidence.passage.value.upperBound {
      report(
        .graphMalformedOffsets, "the article has \(whole) code points, and the passage ends at \(evidence.passage.value.upperBound)",
        in: claim.file, at: evidence.passage.span)
    }
  }

  private mutating func checkQuote(_ claim: ClaimRecord, _ article: AnchoredText) {
    let evidence = claim.evidence
    guard evidence.passage.value.upperBound <= article.length(in: evidence.unit) else {
      report(
        .graphMisplacedQuote,
        "the offsets end at \(evidence.passage.value.upperBound), and the text at \(article.length(in: evidence.unit))",
        in: claim.file, at: evidence.passage.span, hint: article.hint(for: evidence))
      return
    }
    let found = article.text(evidence.anchor.value, in: evidence.unit)
    guard found != evidence.quote.value else { return }
    report(
      .graphMisplacedQuote, "the quote does not stand at \(claim.evidence.anchor.value.lowerBound) of the article",
      in: claim.file, at: evidence.anchor.span, label: found.map { "there stands “\(Self.cut($0))”" },
      notes: [Diagnostic.Note("the quote", source: claim.file, span: evidence.quote.span)],
      hint: article.hint(for: evidence))
  }

  private static func cut(_ text: String) -> String {
    text.count > 40 ? String(text.prefix(39)) + "…" : text
  }

  /// Words are runs of letters, digits, apostrophes and hyphens.
  static func wordCount(_ text: String) -> Int {
    text.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "'’-_".unicodeScalars.contains(scalar))
    }.count
  }
}
