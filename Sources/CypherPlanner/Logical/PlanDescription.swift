public import Diagnostics

/// A plan as people read it: what each step is called and what it works on.
public struct PlanDescription: Sendable {
  public var name: String
  public var details: String

  /// `source`: the text of the query, from which conditions are shown.
  public init(_ plan: LogicalPlan, source: SourceText) {
    (name, details) = PlanDescription.describe(plan, PlanWords(source: source))
  }

  private static func describe(_ plan: LogicalPlan, _ words: PlanWords) -> (String, String) {
    switch plan {
    case .unit: ("Start", "")
    case .argument(let variables): ("Argument", words.names(variables))
    case .scanNodes, .seekNodes, .takeNodes, .takeRelationship, .scanRelationships, .seekRelationships: describeStart(plan, words)
    case .expand(_, let step):
      (
        step.isInto ? "ExpandInto" : "Expand",
        words.step(step.from, step.relationship, step.types, step.direction, step.to)
          + words.conditions((step.relationshipTests + step.neighbourTests).map(\.predicate))
      )
    case .expandRepeatedly(_, let step):
      (
        "ExpandRepeatedly",
        words.step(step.from, step.relationships, step.types, step.direction, step.to, (step.minimum, step.maximum))
      )
    case .shortestPaths(_, let paths):
      (
        paths.all ? "AllShortestPaths" : paths.isMeasured ? "ShortestPathLength" : "ShortestPath",
        words.step(paths.from, paths.relationships, paths.types, paths.direction, paths.to, (paths.minimum, paths.maximum))
      )
    case .reach(_, let step):
      (
        "Reach",
        words.step(step.from, nil, step.types, step.direction, step.to, (step.minimum, step.maximum)) + words.conditions(step.predicates)
      )
    case .countNeighbours(_, let count):
      (
        count.keepsNone ? "CountNeighboursOrNone" : "CountNeighbours",
        count.legs.map { words.step(count.from, nil, $0.types, $0.direction, nil) }.joined(separator: ", ")
      )
    case .countMeetings(_, let count):
      (
        "CountMeetings",
        words.step(count.left.from, nil, count.left.types, count.left.direction, nil)
          + words.step(nil, nil, count.right.types, count.right.direction.reversed, count.right.from).dropFirst(2)
      )
    case .fewWays(_, let ways): ("FewWays", ways.node.map { "(\(words.name($0)))" } ?? "")
    case .match: ("Match", "")
    case .repeatPattern(_, let pattern):
      ("RepeatPattern", "\(words.name(pattern.from)) to \(words.name(pattern.to))\(words.bounds(pattern.minimum, pattern.maximum))")
    case .selectPaths(_, let selection): ("SelectPaths", "\(selection.kept)")
    case .filter(_, let predicate): ("Filter", words.text(predicate))
    case .project(_, let items): ("Project", words.items(items))
    case .extend(_, let items): ("Extend", words.items(items))
    case .aggregate(_, let groups, let calls): ("Aggregate", words.aggregate(groups, calls))
    case .distinct: ("Distinct", "")
    case .sort(_, let keys): ("Sort", words.keys(keys))
    case .top(_, let keys, let count): ("Top", "\(words.rows(count)) by \(words.keys(keys))")
    case .skip(_, let count): ("Skip", words.text(count))
    case .limit(_, let count): ("Limit", words.text(count))
    case .unwind(_, let list, let variable): ("Unwind", "\(words.text(list)) as \(words.name(variable))")
    case .optional: ("Optional", "")
    case .apply(_, _, let perRow): ("Apply", perRow ? "row by row" : "")
    case .perform: ("Perform", "")
    case .performInTransactions(_, _, let batches):
      ("PerformInTransactions", "of \(batches.size.map(words.text) ?? "\(TransactionBatches.defaultSize)") rows")
    case .loadCSV(_, let source): ("LoadCSV", "\(words.text(source.address)) as \(words.name(source.variable))")
    case .union(_, _, let distinct): ("Union", distinct ? "distinct" : "all")
    case .call(_, let invocation): ("Call", invocation.signature.name)
    case .create(_, let pattern): ("Create", words.names(pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)))
    case .merge(_, let pattern): ("Merge", words.names(pattern.introduces))
    case .write: ("Write", "")
    case .delete(_, let targets, let detach): (detach ? "DetachDelete" : "Delete", targets.map(words.text).joined(separator: ", "))
    case .forEach(_, let variable, let list, _): ("ForEach", "\(words.name(variable)) in \(words.text(list))")
    }
  }
}

extension PlanDescription {
  /// A step that finds nodes and relationships without following others to them.
  fileprivate static func describeStart(_ plan: LogicalPlan, _ words: PlanWords) -> (String, String) {
    switch plan {
    case .scanNodes(_, let variable, let label, let tests):
      ("ScanNodes", words.node(variable, label) + words.conditions(tests.map(\.predicate)))
    case .seekNodes(_, let variable, let seek):
      ("SeekNodes", words.node(variable, seek.label) + words.sought(seek.key, seek.value, isAnyOf: seek.isAnyOf))
    case .takeNodes(_, let variable, let known): ("TakeNodes", words.node(variable, nil) + words.taken(variable, known))
    case .takeRelationship(_, let known):
      ("TakeRelationship", words.step(known.from, known.relationship, known.types, known.direction, known.to))
    case .scanRelationships(_, let scan):
      ("ScanRelationships", words.scan(scan) + words.conditions(scan.tests.map(\.predicate)))
    case .seekRelationships(_, let scan, let seek):
      ("SeekRelationships", words.scan(scan) + words.sought(seek.key, seek.value, isAnyOf: seek.isAnyOf))
    default: ("", "")
    }
  }
}

/// The words for the parts of a plan.
private struct PlanWords {
  let source: SourceText

  func name(_ variable: Variable?) -> String { variable.map { $0.isNamed ? $0.name : "" } ?? "" }

  func names(_ variables: [Variable]) -> String {
    variables.filter(\.isNamed).map(\.name).joined(separator: ", ")
  }

  func node(_ variable: Variable, _ label: String?) -> String { "(\(name(variable))\(label.map { ":" + $0 } ?? ""))" }

  func text(_ expression: BoundExpression) -> String {
    let text = source[expression.span]
    if !text.isEmpty { return text }
    if case .labelTest(let subject, let test, _) = expression.kind, case .variable(let variable) = subject.kind {
      return "\(name(variable)):\(test.description)"
    }
    return "…"
  }

  func scan(_ scan: RelationshipScan) -> String {
    step(scan.start, scan.relationship, scan.types, scan.direction, scan.end)
  }

  func sought(_ key: String, _ value: BoundExpression, isAnyOf: Bool) -> String {
    " where \(key) \(isAnyOf ? "in" : "=") \(text(value))"
  }

  func taken(_ variable: Variable, _ known: KnownNodes) -> String {
    let form =
      switch known.form {
      case .node: name(variable)
      case .id: "id(\(name(variable)))"
      case .elementId: "elementId(\(name(variable)))"
      }
    return " where \(form) \(known.isAnyOf ? "in" : "=") \(text(known.value))"
  }

  func conditions(_ predicates: [BoundExpression]) -> String {
    predicates.isEmpty ? "" : " where " + predicates.map(text).joined(separator: " and ")
  }

  func items(_ items: [ProjectedItem]) -> String {
    items.filter(\.variable.isNamed).map { item in
      if case .variable(item.variable) = item.expression.kind { return item.variable.name }
      let text = text(item.expression)
      return text == item.variable.name ? text : "\(text) as \(item.variable.name)"
    }.joined(separator: ", ")
  }

  func aggregate(_ groups: [ProjectedItem], _ calls: [AggregateCall]) -> String {
    let made = calls.map { source[$0.span] }.joined(separator: ", ")
    return groups.isEmpty ? made : "\(made) by \(items(groups))"
  }

  func rows(_ top: TopRows) -> String { text(top.limit) + (top.skipped.map { " and \(text($0))" } ?? "") }

  func keys(_ keys: [SortKey]) -> String {
    keys.map { text($0.expression) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
  }

  func bounds(_ minimum: Int, _ maximum: Int?) -> String { " *\(minimum)..\(maximum.map(String.init) ?? "")" }

  func step(
    _ from: Variable?, _ relationship: Variable?, _ types: [String], _ direction: PatternDirection, _ to: Variable?,
    _ length: (Int, Int?)? = nil
  ) -> String {
    let types = types.isEmpty ? "" : ":" + types.joined(separator: "|")
    let length = length.map { bounds($0.0, $0.1) } ?? ""
    let inside = "[\(name(relationship))\(types)\(length)]"
    let (left, right) = (direction == .incoming ? "<-" : "-", direction == .outgoing ? "->" : "-")
    return "(\(name(from)))\(left)\(inside)\(right)(\(name(to)))"
  }
}

extension LabelTest: CustomStringConvertible {
  /// As a pattern writes it.
  public var description: String {
    switch self {
    case .name(let name): name
    case .wildcard: "%"
    case .not(let part): "!\(part)"
    case .and(let a, let b): "(\(a)&\(b))"
    case .or(let a, let b): "(\(a)|\(b))"
    }
  }
}
