import GraphFiles
import GraphModel

// What of a record stands on its node or relationship.

extension EntityRecord {
  /// Without what an article has beside it; see ``ArticleRecord``.
  func graphProperties(labels: [String]) -> ValueMap {
    var properties = ownProperties
    if labels.contains(GraphNames.articleLabel), properties["title"] == nil { properties.set("title", name.value) }
    properties.set(provenance)
    return properties
  }

  fileprivate var ownProperties: ValueMap {
    var properties = ValueMap()
    properties.set("id", id.value)
    properties.set("name", name.value)
    if !aliases.isEmpty { properties["aliases"] = .list(aliases.map { .string($0.value) }) }
    for property in self.properties { properties[property.name.value] = property.value }
    properties.set("note", note)
    return properties
  }
}

extension ArticleRecord {
  /// `hash` is the SHA-256 of the text.
  func graphProperties(hash: String?) -> ValueMap {
    var properties = entity.ownProperties
    properties.set("title", entity.name.value)
    properties.set("language", language.value)
    properties.set("sha256", hash)
    properties["length"] = .integer(Int64(text.unicodeScalars.count))
    properties.set("text", text)
    properties.set(entity.provenance)
    return properties
  }
}

extension SourceRecord {
  var graphProperties: ValueMap {
    var properties = ValueMap()
    properties.set("id", id.value)
    properties.set("publisher", publisher)
    properties.set("title", title)
    properties.set("date", date?.text)
    properties.set("url", url)
    properties.set("language", language)
    properties.set("note", note)
    properties.set("origin", origin?.value)
    return properties
  }
}

extension RelationRecord {
  func graphProperties(claims: [String]) -> ValueMap {
    var properties = ValueMap()
    properties.set("status", status.rawValue)
    properties.set("start", start?.value.text)
    properties.set("end", end?.value.text)
    for qualifier in qualifiers { properties[qualifier.name.value] = qualifier.value }
    properties.set("note", note)
    properties.set(provenance)
    for (side, provenance) in [("start", startProvenance), ("end", endProvenance)] {
      properties.set("\(side)_source", provenance?.source.value)
      properties.set("\(side)_as_of", provenance?.asOf?.text)
      properties.set("\(side)_confidence", provenance?.confidence.rawValue)
    }
    if !claims.isEmpty { properties["claims"] = .list(claims.map { .string($0) }) }
    return properties
  }
}

extension ObservationRecord {
  var graphProperties: ValueMap {
    var properties = ValueMap()
    properties.set("id", id?.value)
    properties.set("property", property.value)
    properties["value"] = value
    properties.set("unit", unit)
    properties.set("date", date?.text)
    properties.set("note", note)
    properties.set("source", source.value)
    properties.set("confidence", confidence?.rawValue)
    properties["general_knowledge"] = .boolean(source.value == Provenance.generalKnowledge)
    return properties
  }
}

extension ClaimRecord {
  var graphProperties: ValueMap {
    var properties = ValueMap()
    properties.set("id", id.value)
    properties.set("predicate", predicate.value)
    properties.set("modality", modality.value)
    properties.set("polarity", polarity.rawValue)
    properties.set("date", date?.text)
    properties.set("voice", voice)
    if case .literal(let value) = object { properties["value"] = value }
    properties.set("confidence", confidence?.rawValue)
    properties.set("stage", stage?.rawValue)
    properties.set("due", due?.text)
    properties.set("note", note)
    return properties
  }
}

extension Evidence {
  /// `hash` is the SHA-256 of the article's text, where it is known.
  func graphProperties(hash: String?) -> ValueMap {
    var properties = ValueMap()
    properties.set("quote", quote.value)
    properties["start"] = .integer(Int64(anchor.value.lowerBound))
    properties["end"] = .integer(Int64(anchor.value.upperBound))
    properties["passage_start"] = .integer(Int64(passage.value.lowerBound))
    properties["passage_end"] = .integer(Int64(passage.value.upperBound))
    properties.set("unit", unit.rawValue)
    properties.set("prefix", prefix?.value)
    properties.set("suffix", suffix?.value)
    properties.set("sha256", hash)
    return properties
  }
}

extension ClaimLinkRecord {
  var graphProperties: ValueMap {
    var properties = ValueMap()
    properties.set("note", note)
    properties.set(provenance)
    return properties
  }
}

extension VerdictRecord {
  var graphProperties: ValueMap {
    var properties = ValueMap()
    properties.set("predicate", predicate.value)
    properties["sides"] = .list(sides.map { .string($0.value) })
    properties.set("verdict", decision.rawValue)
    properties.set("reason", reason)
    properties.set("date", date?.text)
    properties.set("by", by)
    return properties
  }
}

extension ValueMap {
  /// Sets a property that may be unknown; a graph has no property then.
  mutating func set(_ key: String, _ text: String?) {
    if let text { self[key] = .string(text) }
  }

  mutating func set(_ provenance: Provenance) {
    set("source", provenance.source.value)
    set("as_of", provenance.asOf?.text)
    set("confidence", provenance.confidence.rawValue)
    self["general_knowledge"] = .boolean(provenance.isGeneralKnowledge)
  }
}
