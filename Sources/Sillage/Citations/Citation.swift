public import ResultFormats

/// A source as a bibliography gives it.
public struct Citation: Hashable, Sendable {
  /// The id of the bibliographic record, or of the article where there is none.
  public var id: String
  public var publisher: String?
  public var title: String?
  /// As `graph-data` writes it.
  public var date: String?
  public var url: String?
  /// Whether it stands for what nobody looked up.
  public var isGeneralKnowledge: Bool

  public init(
    id: String, publisher: String? = nil, title: String? = nil, date: String? = nil, url: String? = nil,
    isGeneralKnowledge: Bool = false
  ) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.date = date
    self.url = url
    self.isGeneralKnowledge = isGeneralKnowledge
  }

  /// As a reader finds it: `Le Journal, “Title”, 2025-09, https://… (jde)`.
  public var text: String {
    if isGeneralKnowledge { return "general knowledge, which nobody looked up (\(id))" }
    let parts = [publisher, title.map { "“\($0)”" }, date, url].compactMap { $0 }
    return (parts.isEmpty ? "a source without a record" : parts.joined(separator: ", ")) + " (\(id))"
  }

  public var json: JSONValue {
    .object([
      JSONMember("id", .string(id)), JSONMember("publisher", optional: publisher), JSONMember("title", optional: title),
      JSONMember("date", optional: date), JSONMember("url", optional: url),
      JSONMember("general_knowledge", .boolean(isGeneralKnowledge)),
    ])
  }
}

/// The sources of what is shown, numbered from 1 in the order in which they first occur.
public struct CitationNumbers: Sendable {
  public private(set) var ids: [String] = []
  private var numbers: [String: Int] = [:]

  public init() {}

  public mutating func number(of id: String) -> Int {
    if let known = numbers[id] { return known }
    ids.append(id)
    numbers[id] = ids.count
    return ids.count
  }

  /// The numbers of all sources in a value, ascending: those that nodes, relationships and evidence name.
  public mutating func numbers(in value: ResultValue) -> [Int] {
    var found: Set<Int> = []
    collect(value, &found)
    return found.sorted()
  }

  private mutating func collect(_ value: ResultValue, _ found: inout Set<Int>) {
    switch value {
    case .list(let items): for item in items { collect(item, &found) }
    case .map(let fields): collect(fields, &found)
    case .node(let node): collect(node.properties, &found)
    case .relationship(let relationship): collect(relationship.properties, &found)
    case .path(let path):
      for relationship in path.relationships { collect(relationship.properties, &found) }
    default: break
    }
  }

  /// A map or the properties of something: its sources, else its article, else what is in it.
  private mutating func collect(_ fields: [ResultField], _ found: inout Set<Int>) {
    func id(_ name: String) -> String? {
      if case .string(let id)? = fields.first(where: { $0.name == name })?.value { id } else { nil }
    }
    guard let source = id("source") ?? id("article") else {
      for field in fields { collect(field.value, &found) }
      return
    }
    for id in [source, id("start_source"), id("end_source")].compactMap({ $0 }) { found.insert(number(of: id)) }
  }
}
