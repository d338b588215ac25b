import Diagnostics
import GraphModel

/// What is defined anywhere in the text, by id.
struct GraphIndex {
  /// The labels of each entity and article; empty where its types are unknown.
  private(set) var labels: [String: [String]] = [:]
  private(set) var sources: Set<String> = [Provenance.generalKnowledge]
  private(set) var claims: Set<String> = []
  /// The articles whose text is here, by position in the records.
  private(set) var articles: [String: Int] = [:]
  /// The lengths, in Unicode scalars, of articles whose text is not here.
  private(set) var lengths: [String: Int] = [:]
  private let perhapsDefined: Set<String>
  /// Ids by lower-case name or alias, for suggestions.
  private var idsByName: [String: String] = [:]
  private var suggestions: [String: String] = [:]

  init(_ records: GraphRecords, perhapsDefined: Set<String>) {
    self.perhapsDefined = perhapsDefined
    for entity in records.entities { add(entity, records.schema) }
    for (position, article) in records.articles.enumerated() {
      add(article.entity, records.schema)
      articles[article.entity.id.value] = position
      sources.insert(article.entity.id.value)
    }
    for source in records.sources { sources.insert(source.id.value) }
    for claim in records.claims { claims.insert(claim.id.value) }
  }

  private mutating func add(_ entity: EntityRecord, _ schema: Schema) {
    let types = entity.types.map(\.value)
    guard labels[entity.id.value] == nil else { return }
    labels[entity.id.value] = schema.knows(types) ? schema.labels(of: types) : []
    for name in [entity.name] + entity.aliases {
      let key = name.value.lowercased()
      if idsByName[key] == nil { idsByName[key] = entity.id.value }
    }
    for property in entity.properties where property.name.value == "length" {
      if case .integer(let length) = property.value { lengths[entity.id.value] = Int(length) }
    }
  }

  func hasEntity(_ id: String) -> Bool { labels[id] != nil || perhapsDefined.contains(id) }
  func hasSource(_ id: String) -> Bool { sources.contains(id) || perhapsDefined.contains(id) }
  func hasClaim(_ id: String) -> Bool { claims.contains(id) || perhapsDefined.contains(id) }

  /// A question for an unknown entity: the one whose name was written instead of its id, or the nearest ids.
  mutating func question(forEntity id: String) -> String? {
    if let known = suggestions[id] { return known.isEmpty ? nil : known }
    let named = idsByName[id.lowercased()]
    let question = named.map { "did you mean `\($0)`?" } ?? NearName.question(for: id, among: labels.keys)
    suggestions[id] = question ?? ""
    return question
  }
}
