import ResultFormats

extension ArticleMetadata {
  /// What a page says of its article: by JSON-LD, OpenGraph, the usual names of `meta`, and its own elements.
  init(_ tree: HTMLTree, _ raw: [UInt8]) {
    let facts = HTMLFacts(tree, raw)
    let data = facts.structured
    self.init(
      title: Self.first([data?["headline"]?.string, facts.meta["og:title"], facts.meta["twitter:title"], facts.title, facts.heading]),
      date: Self.day(
        Self.first([
          data?["datePublished"]?.string, facts.meta["article:published_time"], facts.meta["date"], facts.meta["dc.date"],
          facts.meta["dcterms.date"], facts.meta["pubdate"], facts.meta["datepublished"], facts.time,
        ])),
      publisher: Self.first([
        Self.name(data?["publisher"]), facts.meta["og:site_name"],
        facts.meta["dc.publisher"], facts.meta["publisher"], facts.meta["application-name"],
      ]),
      language: Self.tag(
        Self.first([
          facts.language, facts.meta["content-language"], data?["inLanguage"]?.string, facts.meta["og:locale"],
        ])),
      canonicalURL: Self.first([facts.canonical, facts.meta["og:url"], data?["url"]?.string]))
  }

  /// The name of somebody in JSON-LD, who is an object, a text, or the first of a list of them.
  private static func name(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    return (value.array ?? [value]).lazy.compactMap { $0["name"]?.string ?? $0.string }.first
  }
}

/// What the head of a page holds.
private struct HTMLFacts {
  /// The content of `meta` elements by their name or property, in lower case; the first of each.
  private(set) var meta: [String: String] = [:]
  private(set) var title: String?
  private(set) var heading: String?
  private(set) var time: String?
  private(set) var language: String?
  private(set) var canonical: String?
  /// The article that JSON-LD tells of.
  private(set) var structured: JSONValue?

  init(_ tree: HTMLTree, _ raw: [UInt8]) {
    var texts: [Int: [UInt8]] = [:]
    /// The open elements whose text is wanted.
    var open: [Int] = []
    for event in tree.events {
      switch event {
      case .open(let element):
        if !tree.elements[element].traits.isDisjoint(with: [.title, .heading, .script]) { open.append(element) }
      case .close(let element):
        if open.last == element { open.removeLast() }
      case .text(let bytes, _):
        if let element = open.last { texts[element, default: []] += bytes }
      }
    }
    for (index, element) in tree.elements.enumerated() where element.traits.contains(.fact) { note(element, texts[index]) }
  }

  private mutating func note(_ element: HTMLTree.Element, _ text: [UInt8]?) {
    switch element.name {
    case "html": language = element.attribute("lang") ?? element.attribute("xml:lang")
    case "meta":
      let key =
        element.attribute("property") ?? element.attribute("name") ?? element.attribute("http-equiv")
        ?? element.attribute("itemprop")
      if let key = key?.lowercased(), meta[key] == nil { meta[key] = element.attribute("content") }
    case "link":
      let relations = element.attribute("rel")?.lowercased().split(separator: " ") ?? []
      if canonical == nil, relations.contains("canonical") { canonical = element.attribute("href") }
    case "title": title = title ?? text.map { String(decoding: $0, as: UTF8.self) }
    case "h1": heading = heading ?? text.map { String(decoding: $0, as: UTF8.self) }
    case "time": time = time ?? element.attribute("datetime")
    case "script" where structured == nil && element.attribute("type")?.lowercased() == "application/ld+json":
      if let text, let value = try? JSONReader.read(text) { structured = Self.article(value) }
    default: break
    }
  }

  /// The first thing in JSON-LD that has a headline.
  private static func article(_ value: JSONValue) -> JSONValue? {
    if value["headline"] != nil { return value }
    for item in value.array ?? value["@graph"]?.array ?? [] {
      if item["headline"] != nil { return item }
    }
    return nil
  }
}
