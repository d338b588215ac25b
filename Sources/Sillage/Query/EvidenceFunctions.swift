public import CypherEngine
public import CypherPlanner
import Strategy

/// The functions of queries that tell what statements rest on.
public struct EvidenceFunctions: FunctionCatalog {
  private enum Name: String, CaseIterable {
    case evidence, origins, weakestLink
  }

  public init() {}

  public var functionNames: [String] { Name.allCases.map(\.rawValue) }

  public func function(named name: String) -> RegisteredFunction? {
    let name = name.lowercased()
    return Name.allCases.first { $0.rawValue.lowercased() == name }.map { RegisteredFunction(Self.entry($0)) }
  }

  /// Whether a function of that name gives maps.
  static func givesMaps(_ name: String) -> Bool {
    let name = name.lowercased()
    return [Name.evidence, .origins].contains { $0.rawValue == name }
  }

  private static func entry(_ name: Name) -> FunctionEntry {
    switch name {
    case .evidence:
      statement(
        name, "What a statement rests on: a list of maps with article, quote, start, end, asserter, date, claim, source and more",
        "MATCH (s:Site)-[r:PRODUCES]->(m:Motor) RETURN s.name, m.name, evidence(r)")
    case .origins:
      statement(
        name, "The independent origins of what a statement rests on, as maps with origin, documents and reasons",
        "MATCH (s:Site)-[r:PRODUCES]->(m:Motor) RETURN s.name, m.name, size(origins(r))")
    case .weakestLink:
      FunctionEntry(
        name.rawValue, .registered,
        [
          .init([.required("path", .path)], .relationship),
          .init([.required("relationships", .list(of: .relationship))], .relationship),
        ],
        "The relationship of a path that is supported least, null for a path without relationships",
        "MATCH p = (:Motor)-[*1..2]->(:Brand) RETURN weakestLink(p)")
    }
  }

  /// A function of a relationship or a node.
  private static func statement(_ name: Name, _ summary: String, _ example: String) -> FunctionEntry {
    FunctionEntry(
      name.rawValue, .registered,
      [
        .init([.required("relationship", .relationship)], .list(of: .map)), .init([.required("node", .node)], .list(of: .map)),
      ], summary, example)
  }

  public func values(
    of function: String, _ arguments: [Column], count: Int, in graph: any GraphReader
  ) throws(RegisteredFunctionError) -> [Value] {
    guard let name = Name(rawValue: function), let subjects = arguments.first else {
      throw .argument("there is no function `\(function)`")
    }
    let reading = EvidenceReading(graph)
    var values: [Value] = []
    values.reserveCapacity(count)
    for row in 0..<count {
      let subject = subjects[row]
      values.append(subject.isNull ? .null : try Self.value(of: name, subject, reading))
    }
    return values
  }

  private static func value(
    of name: Name, _ subject: Value, _ reading: EvidenceReading
  ) throws(RegisteredFunctionError) -> Value {
    do throws(StoreError) {
      switch (name, subject) {
      case (.weakestLink, .path(let path)):
        return try reading.weakest(of: path.relationships).map(Value.relationship) ?? .null
      case (.weakestLink, .list(let links)):
        let relationships = links.compactMap { if case .relationship(let link) = $0 { link } else { nil } }
        if relationships.count == links.count { return try reading.weakest(of: relationships).map(Value.relationship) ?? .null }
      case (.evidence, _):
        if let items = try reading.items(of: subject) { return .list(items.map(\.value)) }
      case (.origins, _):
        if let items = try reading.items(of: subject) { return .list(try reading.origins(of: items).map(\.value)) }
      default: break
      }
    } catch { throw .store(error) }
    let wanted = name == .weakestLink ? "a path or a list of relationships" : "a relationship or a node"
    throw .argument("\(name.rawValue)() takes \(wanted), not \(ValueType(of: subject))")
  }
}

extension EvidenceReading {
  /// What a relationship or a node rests on; nil for any other value.
  fileprivate func items(of subject: Value) throws(StoreError) -> [EvidenceItem]? {
    switch subject {
    case .relationship(let relationship): try items(behind: relationship)
    case .node(let node): try items(behind: node)
    default: nil
    }
  }
}
