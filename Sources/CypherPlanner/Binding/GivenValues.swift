/// `EXISTS { MATCH (m:City) WHERE m.country = n.country }` asks for a country and not for a node: all rows with the same country have one answer.
struct GivenValues {
  /// The outer variables of which only properties may be asked.
  private let outer: Set<Variable>
  private let fresh: (String) -> Variable
  /// What the plan is given in place of them.
  private(set) var items: [ProjectedItem] = []
  private var places: [Place: Variable] = [:]
  /// Outer variables that the plan reads all the same.
  private(set) var stillRead: Set<Variable> = []

  private struct Place: Hashable {
    let variable: Variable
    let key: String
  }

  init(of outer: [Variable], fresh: @escaping (String) -> Variable) {
    self.outer = Set(outer)
    self.fresh = fresh
  }

  /// The plan with the properties of outer nodes and relationships as variables of its own; nil for a plan of other steps.
  mutating func taken(from plan: LogicalPlan) -> LogicalPlan? {
    switch plan {
    case .unit, .argument: return plan
    case .match(let input, let graph):
      guard let below = taken(from: input), graph.repetitions.isEmpty else { return nil }
      let graph = taken(from: graph)
      stillRead.formUnion(graph.readsFromOutside.intersection(outer))
      return .match(below, graph)
    case .project(let input, let items):
      guard let below = taken(from: input) else { return nil }
      return .project(below, items.map { ProjectedItem($0.variable, read($0.expression)) })
    case .filter(let input, let predicate):
      guard let below = taken(from: input) else { return nil }
      return .filter(below, read(predicate))
    default: return nil
    }
  }

  private mutating func taken(from graph: PatternGraph) -> PatternGraph {
    var graph = graph
    graph.predicates = graph.predicates.map { taken(from: $0) }
    graph.paths = graph.paths.map { ProjectedItem($0.variable, taken(from: $0.expression)) }
    for at in graph.relationships.indices {
      guard let condition = graph.relationships[at].condition else { continue }
      graph.relationships[at].condition = (condition.relationship, taken(from: condition.predicate))
    }
    return graph
  }

  private mutating func read(_ expression: BoundExpression) -> BoundExpression {
    let changed = taken(from: expression)
    stillRead.formUnion(changed.reads.intersection(outer))
    return changed
  }

  private mutating func taken(from expression: BoundExpression) -> BoundExpression {
    var values = self
    defer { self = values }
    return expression.replacing { part in
      guard case .property(let subject, let key) = part.kind, part.isSafe, case .variable(let variable) = subject.kind,
        values.outer.contains(variable)
      else { return nil }
      return BoundExpression(.variable(values.variable(for: Place(variable: variable, key: key), part)), span: part.span, type: part.type)
    }
  }

  private mutating func variable(for place: Place, _ expression: BoundExpression) -> Variable {
    if let known = places[place] { return known }
    let variable = fresh("<\(place.variable.name).\(place.key)>")
    places[place] = variable
    items.append(ProjectedItem(variable, expression))
    return variable
  }
}
