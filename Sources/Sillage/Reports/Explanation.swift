public import ResultFormats

/// Everything that linking weighed in one document.
public struct Explanation: Hashable, Sendable {
  /// A path, or `-` for standard input.
  public var document: String
  /// In the order of the text, mentions and others.
  public var places: [WeighedPlace]

  /// The places where an entity could have been meant and was not.
  public func without(_ entity: EntityName) -> Explanation {
    Explanation(
      document: document,
      places: places.filter { place in
        place.entity?.id != entity.id && place.candidates.contains { $0.entity.id == entity.id }
      })
  }
}

/// A place where a known name stands, what spoke for and against it, and which entities it may mean.
public struct WeighedPlace: Hashable, Sendable {
  /// Half-open, in Unicode scalars of the raw file.
  public var offsets: Range<Int>
  /// Counted from 1.
  public var line: Int
  public var column: Int
  public var text: String
  /// Whether an entity is named here.
  public var isMention: Bool
  public var isUncertain: Bool
  /// How surely an entity is named here, in hundredths, against ``threshold`` for none.
  public var total: Int
  public var reasons: [WeighedCue]
  /// The likeliest first; of a mention the first is the answer.
  public var candidates: [Candidate]

  /// What speaks for no entity, in hundredths.
  public static let threshold = 50

  /// An entity that the name may mean.
  public struct Candidate: Hashable, Sendable {
    public var entity: EntityName
    /// In hundredths; the differences between candidates count.
    public var total: Int
    public var reasons: [WeighedCue]
  }

  /// The entity that is named here; nil where none is.
  public var entity: EntityName? { isMention ? candidates.first?.entity : nil }
}

/// A cue that fired.
public struct WeighedCue: Hashable, Sendable {
  public var name: String
  /// In hundredths.
  public var weight: Int
  /// The words that it was read from, with their offsets.
  public var words: [Word]

  /// A word of the document.
  public struct Word: Hashable, Sendable {
    public var offsets: Range<Int>
    public var text: String
  }
}

extension Explanation {
  /// The lines of JSON that `sillage link --why` writes, as ``WeighedPlace/json(document:)`` has them.
  public var jsonLines: [UInt8] {
    var lines: [UInt8] = []
    for place in places {
      JSONWriter.append(place.json(document: document), to: &lines)
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }
}

extension WeighedPlace {
  /// The line of JSON that `sillage link --why` writes.
  public func json(document: String) -> JSONValue {
    .object([
      JSONMember("doc", .string(MentionList.shortName(of: document))),
      JSONMember("start", .integer(Int64(offsets.lowerBound))), JSONMember("end", .integer(Int64(offsets.upperBound))),
      JSONMember("text", .string(text)), JSONMember("entity", optional: entity?.id),
      JSONMember("uncertain", .boolean(isUncertain)), JSONMember("total", .integer(Int64(total))),
      JSONMember("none", .integer(Int64(Self.threshold))), JSONMember("cues", .array(reasons.map(\.json))),
      JSONMember(
        "candidates",
        .array(
          candidates.map {
            .object([
              JSONMember("entity", .string($0.entity.id)), JSONMember("total", .integer(Int64($0.total))),
              JSONMember("cues", .array($0.reasons.map(\.json))),
            ])
          })),
    ])
  }
}

extension WeighedCue {
  var json: JSONValue {
    .object([
      JSONMember("cue", .string(name)), JSONMember("weight", .integer(Int64(weight))),
      JSONMember(
        "words",
        .array(
          words.map {
            .object([
              JSONMember("start", .integer(Int64($0.offsets.lowerBound))),
              JSONMember("end", .integer(Int64($0.offsets.upperBound))), JSONMember("text", .string($0.text)),
            ])
          })),
    ])
  }
}
