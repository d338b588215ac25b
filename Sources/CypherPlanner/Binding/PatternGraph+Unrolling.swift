/// `(a)-[:R*3]->(b)` is `(a)-[:R]->()-[:R]->()-[:R]->(b)` where nobody reads the list of relationships: so its steps are weighed, counted
/// and begun with like any others.
extension PatternGraph {
  /// `reads`: what the clauses behind read; `known`: what has its value before.
  func unrolled(reading reads: Set<Variable>, _ known: Set<Variable>) -> PatternGraph {
    guard relationships.contains(where: { $0.hops != nil }) else { return self }
    var read = reads.union(known).union(predicates.flatMap(\.reads)).union(repetitions.flatMap(\.turnReads))
    read.formUnion(relationships.flatMap { $0.condition?.predicate.reads ?? [] })
    read.formUnion(relationships.flatMap { $0.nodeCondition?.predicate.reads ?? [] })
    read.formUnion(paths.filter { read.contains($0.variable) }.flatMap(\.expression.reads))
    var graph = self
    graph.relationships = []
    for relationship in relationships {
      guard let hops = relationship.hops, relationship.condition == nil, relationship.nodeCondition == nil, !relationship.isFree,
        relationship.length?.selection == .all, !read.contains(relationship.variable)
      else {
        graph.relationships.append(relationship)
        continue
      }
      graph.nodes += hops.nodes.map { Node(variable: $0) }
      let stops = [relationship.from] + hops.nodes + [relationship.to]
      for (at, variable) in hops.relationships.enumerated() {
        graph.relationships.append(
          Relationship(
            variable: variable, from: stops[at], to: stops[at + 1], types: relationship.types, direction: relationship.direction,
            clause: relationship.clause))
      }
    }
    return graph
  }
}
