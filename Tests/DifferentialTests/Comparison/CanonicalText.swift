import Foundation
import GraphModel

/// Values as text that is the same for the same answer: entities by their number in the reference graph, maps by key,
/// floats to twelve digits, since the order of a sum shows in the last ones.
struct CanonicalText {
  /// How nodes and relationships of the engine are numbered in the reference graph; those it made have no number.
  var nodes: [NodeID: NodeID] = [:]
  var relationships: [RelationshipID: RelationshipID] = [:]
  /// Whether ids are those of the reference graph itself.
  var isReference = true

  static func of(_ value: Value) -> String { CanonicalText().text(value) }

  func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): String(flag)
    case .integer(let number): String(number)
    case .float(let number): Self.text(number)
    case .string(let text): "'\(text)'"
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + map.map { "\($0): \(text($1))" }.sorted().joined(separator: ", ") + "}"
    case .node(let id): text(id)
    case .relationship(let id): text(id)
    case .path(let path):
      "<\(path.nodes.map(text).joined(separator: " ")) | \(path.relationships.map(text).joined(separator: " "))>"
    default: "\(value)"
    }
  }

  /// The items of a list in whatever order, for a column whose order depends on the order of rows.
  func bag(_ value: Value) -> String {
    guard case .list(let items) = value else { return text(value) }
    return "{[" + items.map(text).sorted().joined(separator: ", ") + "]}"
  }

  private static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    let text = String(format: "%.12g", number == 0 ? 0 : number)
    return text.contains(where: { ".en".contains($0) }) ? text : text + ".0"
  }

  private func text(_ id: NodeID) -> String { "n" + (number(nodes[id] ?? (isReference ? id : nil))) }
  private func text(_ id: RelationshipID) -> String {
    "r" + ((relationships[id] ?? (isReference ? id : nil)).map { String($0.rawValue) } ?? "new")
  }
  private func number(_ id: NodeID?) -> String { id.map { String($0.rawValue) } ?? "new" }
}
