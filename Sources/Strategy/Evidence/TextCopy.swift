/// A copy of an article's text that is not part of the graph's text, as a person keeps it in a folder.
public struct TextCopy: Sendable {
  /// How messages call it.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The file's name without its folder and its extension.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
  }
}

/// Which copy is the text of which article.
///
/// First by the SHA-256 that the graph gives the article; then by a file name that is the article's id; then, for a text that
/// has changed under another name, by its words: the copy that holds most of the article's quotes, and at least half of them.
struct TextMatching {
  private(set) var copies: [String: TextCopy] = [:]
  /// Copies that belong to no article.
  private(set) var unmatched: [TextCopy]

  /// `hashes` and `quotes` are those of the articles whose text is looked for.
  init(_ copies: [TextCopy], hashes: [String: String], quotes: [String: [String]]) {
    unmatched = copies.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let digests = unmatched.map { SHA256.hex(of: $0.bytes) }
    let byDigest = Dictionary(zip(digests, unmatched)) { first, _ in first }
    for article in quotes.keys.sorted() {
      if let hash = hashes[article], let copy = byDigest[hash] { take(copy, for: article) }
    }
    for article in quotes.keys.sorted() where self.copies[article] == nil {
      if let copy = unmatched.first(where: { $0.stem == article }) { take(copy, for: article) }
    }
    for article in quotes.keys.sorted() where self.copies[article] == nil {
      if let copy = mostAlike(quotes[article] ?? []) { take(copy, for: article) }
    }
  }

  private mutating func take(_ copy: TextCopy, for article: String) {
    copies[article] = copy
    unmatched.removeAll { $0.path == copy.path }
  }

  private func mostAlike(_ quotes: [String]) -> TextCopy? {
    var best: (copy: TextCopy, count: Int)?
    for copy in unmatched {
      let text = String(decoding: copy.bytes, as: UTF8.self)
      let count = quotes.count { text.contains($0) }
      if count * 2 >= quotes.count, count > best?.count ?? 0 { best = (copy, count) }
    }
    return best?.copy
  }
}
