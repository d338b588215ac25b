import Diagrams

/// What entities are called in a diagram. One without an id goes by a fingerprint of what is known of it, since the number
/// of a node depends on the order in which the graph was made.
final class StableNames {
  private let reader: EntityReader
  private var known: [NodeID: EntityName] = [:]
  private var taken: [String: Int] = [:]

  init(_ reader: EntityReader) { self.reader = reader }

  func name(of node: NodeID) throws(StoreError) -> EntityName {
    if let found = known[node] { return found }
    var name = try reader.name(of: node)
    if try reader.properties(of: node)["id"]?.text == nil {
      let number = name.id
      name.id = try fingerprint(of: node, name)
      if name.name == number { name.name = name.types.first ?? "?" }
    }
    known[node] = name
    return name
  }

  private func fingerprint(of node: NodeID, _ name: EntityName) throws(StoreError) -> String {
    let properties = try reader.properties(of: node)
    let text = properties.keys.sorted().map { "\($0)=\(properties[$0] ?? .null)" }.joined(separator: "\n")
    let made = (name.types.first ?? "node") + "-" + String(text.diagramFingerprint.prefix(10))
    let count = (taken[made] ?? 0) + 1
    taken[made] = count
    return count == 1 ? made : "\(made)-\(count)"
  }
}
