import Diagnostics

/// Checks that the rules of a schema name what the schema has.
struct SchemaRuleCheck {
  let types: [NodeType]
  let relations: [RelationType]
  let properties: [PropertyDefinition]

  func run(_ reading: inout FileReading) {
    let names = relations.flatMap { [$0.name.value] + ($0.inverse.map { [$0.value] } ?? []) }
    let slots = Set(names + types.flatMap { $0.properties.map(\.value) } + properties.map(\.name.value))
    for type in types {
      for slot in type.expects where !slots.contains(slot.value) {
        reading.report(
          .graphUnknownProperty, "nothing is called `\(slot.value)`", at: slot.span,
          label: NearName.question(for: slot.value, among: slots),
          hint: "a relationship type, its inverse, or a property")
      }
    }
    for relation in relations {
      for excluded in relation.excludes where !names.contains(excluded.value) {
        reading.report(
          .graphUnknownRelation, "no relationship type `\(excluded.value)`", at: excluded.span,
          label: NearName.question(for: excluded.value, among: names))
      }
      if let total = relation.total, !relation.qualifiers.contains(where: { $0.value == total.qualifier.value }) {
        reading.report(
          .graphUnknownQualifier, "`\(relation.name.value)` has no qualifier `\(total.qualifier.value)`",
          at: total.qualifier.span,
          label: NearName.question(for: total.qualifier.value, among: relation.qualifiers.map(\.value)))
      }
    }
  }
}
