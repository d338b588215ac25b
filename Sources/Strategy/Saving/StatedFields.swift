import GraphFiles
import GraphModel

/// Fields of a record by their keys: what its text says, with the defaults of the format left out.
typealias StatedFields = [String: FieldValue]

extension StatedFields {
  /// The fields of properties that the format has under the same name. `own` are those that it has in another place.
  init(_ properties: ValueMap, without own: Set<String> = []) {
    self.init()
    for (key, value) in properties where !own.contains(key) { self[key] = FieldValue(value) }
  }

  /// The properties that the format derives or has in other words, for everything that has a source.
  static let sourcing: Set<String> = ["source", "as_of", "confidence", "general_knowledge"]

  func text(_ key: String) -> String? {
    if case .text(let text)? = self[key] { return text }
    return nil
  }

  /// What has to be set and removed to come from these fields to others, by key.
  func changes(to new: StatedFields) -> [(key: String, value: FieldValue?)] {
    Set(keys).union(new.keys).sorted().filter { self[$0] != new[$0] }.map { ($0, new[$0]) }
  }

  /// The fields in an order of keys; those that it does not have come in the alphabetical order of their keys, before `note`.
  func ordered(_ order: [String]) -> [Field] {
    let known = order.filter { self[$0] != nil }
    let others = keys.filter { !order.contains($0) }.sorted()
    let at = known.firstIndex(of: "note") ?? known.firstIndex(of: "source") ?? known.count
    return (known[..<at] + others + known[at...]).compactMap { key in self[key].map { Field(key, $0) } }
  }
}

extension FieldValue {
  /// How a value is written; nil for what a text does not write: null and an empty list.
  init?(_ value: Value) {
    switch value {
    case .null: return nil
    case .list(let items):
      if items.isEmpty { return nil }
      self = .list(items.map(Self.word))
    default: self = .text(Self.word(value))
    }
  }

  private static func word(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .float(let number): String(number)
    case .boolean(let flag): String(flag)
    case .date(let date): date.description
    default: "\(value)"
    }
  }
}

extension ValueMap {
  /// The three words of a source; nil where nothing is said. `side` begins the names of the properties for the start or the end of
  /// a relationship.
  func provenance(of side: String = "") -> String? {
    guard let source = text(side + "source") else { return nil }
    return "\(source) \(text(side + "as_of") ?? "undated") \(text(side + "confidence") ?? "low")"
  }
}
