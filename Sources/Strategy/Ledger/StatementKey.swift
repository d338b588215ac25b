import GraphFiles

/// What a statement says, in one form for all ways of saying it: by the type that the schema declares, of two declared types that are each
/// other's inverse by the alphabetically first, and of a symmetric type from the alphabetically first end.
struct StatementKey: Hashable {
  let subject: String
  let predicate: String
  /// The id of an entity, or a value with `=` before it.
  let object: String

  init(_ subject: String, _ predicate: String, _ object: String, _ schema: Schema) {
    guard let found = schema.relation(predicate) else {
      (self.subject, self.predicate, self.object) = (subject, predicate, object)
      return
    }
    let name = found.type.name.value
    if found.type.isSymmetric {
      (self.subject, self.predicate, self.object) = (min(subject, object), name, max(subject, object))
    } else if let inverse = found.type.inverse?.value, inverse < name, schema.relation(inverse)?.isInverted == false {
      (self.subject, self.predicate, self.object) = (object, inverse, subject)
    } else if found.isInverted {
      (self.subject, self.predicate, self.object) = (object, name, subject)
    } else {
      (self.subject, self.predicate, self.object) = (subject, name, object)
    }
  }

  init(_ claim: LedgerClaim, _ schema: Schema) {
    self.init(claim.subject, claim.predicate, claim.object ?? "=" + (claim.value?.shown ?? ""), schema)
  }

  init(_ relation: LedgerRelation, _ schema: Schema) {
    self.init(relation.subject, relation.type, relation.object, schema)
  }
}
