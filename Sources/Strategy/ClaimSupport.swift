import GraphFiles
import GraphModel

/// Which claims say the same as a relation: positive, of an accepted modality, with the same ends, by the relationship type or
/// by its inverse.
struct ClaimSupport {
  private struct Statement: Hashable {
    var type: String
    var subject: String
    var object: String
  }

  private let schema: Schema
  private var claims: [Statement: [String]] = [:]

  init(_ records: GraphRecords) {
    schema = records.schema
    for claim in records.claims where claim.polarity == .positive {
      guard schema.modality(claim.modality.value)?.isAccepted == true, case .entity(let object) = claim.object,
        let found = schema.relation(claim.predicate.value)
      else { continue }
      let ends = found.isInverted ? (object.value, claim.subject.value) : (claim.subject.value, object.value)
      let statement = canonical(found.type, subject: ends.0, object: ends.1)
      claims[statement, default: []].append(claim.id.value)
    }
  }

  /// The ids, in the order of the text.
  func claims(for relation: RelationRecord) -> [String] {
    guard let type = schema.relation(relation.type)?.type else { return [] }
    return claims[canonical(type, subject: relation.subject.value, object: relation.object.value)] ?? []
  }

  /// One form for the two ways of saying the same: of a type and its inverse the alphabetically first name, of a symmetric
  /// type the alphabetically first end.
  private func canonical(_ type: RelationType, subject: String, object: String) -> Statement {
    let name = type.name.value
    if type.isSymmetric {
      return Statement(type: name, subject: min(subject, object), object: max(subject, object))
    }
    guard let inverse = type.inverse?.value, inverse < name else {
      return Statement(type: name, subject: subject, object: object)
    }
    return Statement(type: inverse, subject: object, object: subject)
  }
}
