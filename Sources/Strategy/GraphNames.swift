public import GraphFiles
public import GraphModel

/// What the graph calls what the text names: labels, relationship types and properties of its own.
public enum GraphNames {
  /// The relationship type of a name in the schema: `produced_at` becomes `PRODUCED_AT`. The only place that knows.
  public static func relationshipType(_ name: String) -> String { name.uppercased() }

  /// The name in the schema of a relationship type: the way back.
  public static func schemaName(_ type: String) -> String { type.lowercased() }

  public static let sourceLabel = "Source"
  public static let observationLabel = "Observation"
  public static let claimLabel = "Claim"
  public static let articleLabel = "Article"
  public static let verdictLabel = "Verdict"

  /// From an observation to what it measures.
  public static let observationOf = "OBSERVATION_OF"
  /// From an observation to its source.
  public static let fromSource = "FROM_SOURCE"
  /// From a claim to what it speaks of.
  public static let subject = "SUBJECT"
  /// From a claim to what it says of it.
  public static let object = "OBJECT"
  /// From a claim to whoever makes it.
  public static let assertedBy = "ASSERTED_BY"
  /// From a claim to whoever it is said to come from.
  public static let attributedTo = "ATTRIBUTED_TO"
  /// From an article to what it names, as linking has found.
  public static let mentions = "MENTIONS"
  /// From the researcher's decision about a contradiction to what the statements are about.
  public static let verdictOn = "VERDICT_ON"
  /// From a claim to the article, with the quote and its offsets.
  public static let evidencedIn = "EVIDENCED_IN"
}

extension Schema {
  /// Which relationship types of the graph are each other's inverse, and which read the same both ways.
  public var traits: RelationshipTraits {
    var traits = RelationshipTraits()
    for relation in relations {
      let name = GraphNames.relationshipType(relation.name.value)
      if relation.isSymmetric {
        traits.symmetric.insert(name)
      } else if let inverse = relation.inverse {
        let inverseName = GraphNames.relationshipType(inverse.value)
        traits.inverses[name] = inverseName
        traits.inverses[inverseName] = name
      }
    }
    return traits
  }
}
