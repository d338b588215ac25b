public import ResultFormats

/// A name that articles use and the graph does not have.
public struct NameSuggestion: Hashable, Sendable {
  /// As it is written where it was first seen.
  public var name: String
  /// Whether letters and digits make it look like a model or a part.
  public var isCode: Bool
  public var count: Int
  /// Where it stands, the first few places.
  public var places: [Place]

  /// A place, and the sentence around it.
  public struct Place: Hashable, Sendable {
    public var document: String
    /// In Unicode scalars of the raw file.
    public var offsets: Range<Int>
    public var text: String
    public var sentence: String
  }

  /// How many places are kept of one name.
  static let placeLimit = 5

  public var json: JSONValue {
    .object([
      JSONMember("name", .string(name)), JSONMember("code", .boolean(isCode)), JSONMember("count", .integer(Int64(count))),
      JSONMember(
        "places",
        .array(
          places.map {
            .object([
              JSONMember("path", .string($0.document)), JSONMember("start", .integer(Int64($0.offsets.lowerBound))),
              JSONMember("end", .integer(Int64($0.offsets.upperBound))), JSONMember("text", .string($0.text)),
              JSONMember("sentence", .string($0.sentence)),
            ])
          })),
    ])
  }
}

/// Counts unknown names over several documents.
public struct NameSuggestions: Sendable {
  private var byName: [String: NameSuggestion] = [:]

  public init() {}

  mutating func add(_ folded: String, isCode: Bool, _ place: NameSuggestion.Place) {
    var suggestion = byName[folded] ?? NameSuggestion(name: place.text, isCode: isCode, count: 0, places: [])
    suggestion.count += 1
    if suggestion.places.count < NameSuggestion.placeLimit { suggestion.places.append(place) }
    byName[folded] = suggestion
  }

  /// The most frequent first; names of equal count in the order of their letters.
  public var all: [NameSuggestion] {
    byName.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
  }
}
