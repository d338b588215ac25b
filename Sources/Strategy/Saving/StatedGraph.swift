import GraphFiles
import GraphModel

/// What a graph states, in the words of its text: the same from records and from a graph, so that the two can be compared.
struct StatedGraph {
  struct Entity {
    var labels: [String]
    var fields: StatedFields
    /// The body, for an article that has one.
    var text: String?
  }

  struct RelationKey: Hashable {
    /// The name in the schema.
    var type: String
    var subject: String
    var object: String
  }

  struct Claim: Equatable {
    var subject = ""
    var predicate = ""
    /// An id, or `=` and a literal.
    var object = ""
    var fields: StatedFields = [:]
    var places: [Place] = []
  }

  struct Place: Equatable {
    var article: String
    var unit: String
    var fields: StatedFields
  }

  struct LinkKey: Hashable {
    var claim: String
    var kind: String
    var target: String
  }

  var entities: [String: Entity] = [:]
  var relations: [RelationKey: [StatedFields]] = [:]
  var sources: [String: StatedFields] = [:]
  var observations: [StatedFields] = []
  /// With their subjects.
  var verdicts: [StatedFields] = []
  var claims: [String: Claim] = [:]
  var links: [LinkKey: [StatedFields]] = [:]
  /// How many statements had no source of their own and got the fallback.
  var unsourced = 0
  /// What is in the graph and has no place in a text, by what it is.
  var leftOut: [String: Int] = [:]
}

/// The keys of each kind of record in the order in which they are written.
enum FieldOrder {
  static func entity(_ properties: [String]) -> [String] {
    ["type", "name", "aliases"] + properties + ["note", "source", "relations"]
  }
  static func article(_ properties: [String]) -> [String] {
    ["id", "title", "type", "language", "date", "publisher", "author", "aliases", "about", "url"] + properties
      + ["note", "source", "sha256", "relations", "offsets", "asserted_by", "claims", "links"]
  }
  static func relation(_ qualifiers: [String]) -> [String] {
    qualifiers + ["start", "end", "status", "source", "start_source", "end_source", "note"]
  }
  static let source = ["publisher", "title", "date", "url", "origin", "note"]
  static let observation = ["id", "subject", "property", "value", "unit", "date", "source", "confidence", "note"]
  static let claim = [
    "modality", "polarity", "asserted_by", "attributed_to", "implied", "voice", "date", "stage", "due", "confidence", "quote", "at",
    "in", "prefix", "suffix", "evidence", "note",
  ]
  static let link = ["target", "source", "note"]
  static let verdict = ["verdict", "date", "reason", "by"]
}
