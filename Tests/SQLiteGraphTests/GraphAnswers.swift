import GraphModel

extension GraphReader {
  /// What the graph answers to everything that can be asked, about ids below a limit, a line an answer.
  func answers(below limit: Int64) -> [String] {
    do throws(StoreError) {
      return try nameAnswers() + scanAnswers() + testAnswers() + expansionAnswers(limit) + setAnswers(limit) + contentAnswers(limit)
        + indexAnswers()
    } catch {
      return ["failed: \(error.kind) \(error.message)"]
    }
  }

  /// A few answers out of each of the pages that a store may keep in memory, and the reading of which fills them.
  func pageAnswers() -> [String] {
    let nodes = (1..<40).map { NodeID($0) }
    let relationships = (1..<40).map { RelationshipID($0) }
    var found = Adjacency()
    do throws(StoreError) {
      try expand(nodes, ExpansionSelection(outgoing: .all, incoming: .all), into: &found)
      return [
        found.line, "\(try labels(of: nodes).map { $0.map(\.rawValue) })",
        try property(PropertyKeyID(0), of: nodes).line, try property(PropertyKeyID(1), of: relationships).line,
      ]
    } catch {
      return ["failed: \(error.kind) \(error.message)"]
    }
  }

  private var allLabels: [LabelID] { labelNames.indices.map { LabelID(Int32($0)) } }
  private var allTypes: [RelationshipTypeID] { relationshipTypeNames.indices.map { RelationshipTypeID(Int32($0)) } }
  private var allKeys: [PropertyKeyID] { propertyKeyNames.indices.map { PropertyKeyID(Int32($0)) } }

  private func nameAnswers() throws(StoreError) -> [String] {
    let statistics = try statistics()
    return [
      "labels \(labelNames) types \(relationshipTypeNames) keys \(propertyKeyNames)",
      "found \(labelNames.map { label(named: $0)?.rawValue ?? -1 }) \(label(named: "Nothing") == nil)",
      "found \(relationshipTypeNames.map { relationshipType(named: $0)?.rawValue ?? -1 })",
      "found \(propertyKeyNames.map { propertyKey(named: $0)?.rawValue ?? -1 })",
      "named \(allLabels.map { name(of: $0) }) \(allTypes.map { name(of: $0) }) \(allKeys.map { name(of: $0) })",
      "counts \(statistics.nodes) \(statistics.relationships)",
      "counts \(statistics.nodesByLabel.map { "\($0.key.rawValue):\($0.value)" })",
      "counts \(statistics.relationshipsByType.map { "\($0.key.rawValue):\($0.value)" })",
    ]
  }

  /// What is asked of sets: one level of a search, connections, meetings.
  private func setAnswers(_ limit: Int64) throws(StoreError) -> [String] {
    var lines: [String] = []
    let nodes = (0..<limit).map { NodeID($0) }
    let reversed = Array(nodes.reversed())
    let first = ExpansionSelection(outgoing: .only(Array(allTypes.prefix(1))), incoming: .none)
    let second = ExpansionSelection(outgoing: .none, incoming: .only(Array(allTypes.dropFirst().prefix(1))))
    let both = ExpansionSelection(outgoing: .all, incoming: .all)
    for selection in [first, second, both] {
      var seen = NodeSet()
      _ = seen.insert(NodeID(3))
      var found: [NodeID] = []
      try discover(from: Array(nodes.prefix(7)), selection, seen: &seen, into: &found)
      lines.append("discovered \(found.map(\.rawValue).sorted())")
      lines += try neighbourAnswers(nodes, selection)
      var connections = Adjacency()
      for shift in 0..<5 {
        try connect(nodes, Array(nodes.dropFirst(shift)) + Array(nodes.prefix(shift)), selection, into: &connections)
      }
      try connect(nodes, nodes, selection, into: &connections)
      lines.append("connected \(connections.line)")
      for other in [first, second, both] {
        lines.append("meetings \(try countMeetings(nodes, selection, reversed, other))")
        lines.append("meetings \(try countMeetings(nodes, selection, nodes, other))")
      }
      var loops = Adjacency()
      try connect(nodes, nodes, selection, into: &loops)
      if loops.count > 0, try !mayLoop(selection) { lines.append("a loop that may not be") }
      for label in allLabels where try everyNeighbour(of: selection, has: label) {
        var all = Adjacency()
        try expand(nodes, selection, into: &all)
        if try hasLabel(label, all.neighbours).contains(false) { lines.append("not every neighbour has \(label.rawValue)") }
      }
    }
    return lines
  }

  /// All neighbours, and those without the first and the last relationship of each node and one that is somewhere else.
  private func neighbourAnswers(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> [String] {
    var all = Adjacency()
    try expand(nodes, selection, into: &all)
    let none = RelationshipID(-1)
    let firsts = nodes.indices.map { node in all.origins.firstIndex(of: node).map { all.relationships[$0] } ?? none }
    let lasts = nodes.indices.map { node in all.origins.lastIndex(of: node).map { all.relationships[$0] } ?? none }
    var lines: [String] = []
    for others in [[], [firsts], [lasts, firsts], [firsts.reversed(), lasts]] {
      var found = [NodeID(0)]
      try neighbours(of: nodes, selection, notBy: others, into: &found)
      var expected = [NodeID(0)]
      for at in 0..<all.count where !others.contains(where: { $0[all.origins[at]] == all.relationships[at] }) {
        expected.append(all.neighbours[at])
      }
      lines.append("neighbours \(found.map(\.rawValue))")
      if found != expected { lines.append("and expanding gives \(expected.map(\.rawValue))") }
    }
    return lines
  }

  private func scanAnswers() throws(StoreError) -> [String] {
    var lines: [String] = []
    let pairs = allLabels.flatMap { first in allLabels.map { [first, $0] } }
    for labels in [[]] + allLabels.map({ [$0] }) + pairs.prefix(12) {
      for limit in [3, 1024] {
        var nodes: [NodeID] = []
        var after: NodeID?
        while true {
          let before = nodes.count
          try scanNodes(labels: labels, after: after, limit: limit, into: &nodes)
          after = nodes.last
          if nodes.count < before + limit { break }
        }
        lines.append("nodes \(labels.map(\.rawValue)) by \(limit): \(nodes.map(\.rawValue))")
      }
    }
    for types in [nil, []] + allTypes.map({ [$0] }) + [allTypes.reversed(), allTypes + allTypes] {
      for limit in [3, 1024] {
        var found = Adjacency()
        var after: RelationshipID?
        while true {
          let before = found.count
          try scanRelationships(types: types, after: after, limit: limit, into: &found)
          after = found.relationships.last
          if found.count < before + limit { break }
        }
        lines.append("relationships \(types.map { $0.map(\.rawValue) } ?? []) by \(limit): \(found.line)")
      }
    }
    return lines
  }

  /// The nodes that pass tests of their properties.
  private func testAnswers() throws(StoreError) -> [String] {
    let values: [Value] = [
      .integer(1), .float(2), .float(.nan), .float(0.5), .integer(.min), .integer(.max), .string("Cl"), .string(""), .string("on"),
      .string("Cléon"), .boolean(true), .null, .list([.integer(1), .string("Cléon"), .null, .float(2)]),
    ]
    let relations: [PropertyTest.Relation] = [
      .equal, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .startsWith, .endsWith, .contains, .exists,
    ]
    var lines: [String] = []
    for key in allKeys {
      for (number, relation) in relations.enumerated() {
        // Three values each, other ones for each key: all of them would take too long.
        for value in (0..<3).map({ values[(5 * number + Int(key.rawValue) + 4 * $0) % values.count] }) {
          var nodes: [NodeID] = []
          let test = PropertyTest(key, relation, value)
          try scanNodes(labels: Array(allLabels.prefix(1)), where: [test], after: nil, limit: 1024, into: &nodes)
          var pairs: [NodeID] = []
          let second = PropertyTest(PropertyKeyID(0), .exists, .null)
          try scanNodes(labels: [], where: [test, second], after: NodeID(2), limit: 3, into: &pairs)
          var links = Adjacency()
          try scanRelationships(types: Array(allTypes.prefix(2)), where: [test], sides: [.start, .end], after: nil, limit: 1024, into: &links)
          try scanRelationships(types: nil, where: [test, second], sides: [.start, .end], after: RelationshipID(2), limit: 3, into: &links)
          if nodes.isEmpty, pairs.isEmpty, links.count == 0 { continue }
          lines.append(
            "\(key.rawValue) \(relation) \(value.line): \(nodes.map(\.rawValue)) \(pairs.map(\.rawValue)) \(links.line)")
        }
      }
    }
    return lines
  }

  private func expansionAnswers(_ limit: Int64) throws(StoreError) -> [String] {
    let nodes = (-1..<limit).map { NodeID($0) }
    let someTypes: [ExpansionSelection.Types] =
      [.none, .all, .only([]), .only(allTypes.reversed()), .only([RelationshipTypeID(1), RelationshipTypeID(1)])]
    var lines: [String] = []
    for outgoing in someTypes {
      for incoming in someTypes {
        let selection = ExpansionSelection(outgoing: outgoing, incoming: incoming)
        // Two at a time and all at once: what is cached after many were asked for must not change an answer.
        for nodes in [Array(nodes.prefix(2)), Array(nodes.suffix(2)), nodes, nodes.reversed() + nodes] {
          var found = Adjacency()
          try expand(nodes, selection, into: &found)
          lines.append("expand \(found.line) degrees \(try degrees(nodes, selection))")
        }
      }
    }
    return lines
  }

  private func contentAnswers(_ limit: Int64) throws(StoreError) -> [String] {
    var lines: [String] = []
    let every = (-1..<limit).map { NodeID($0) }
    for nodes in [Array(every.prefix(3)), every, [], every + every] {
      lines.append("exist \(try exist(nodes)) labels \(try labels(of: nodes).map { $0.map(\.rawValue) })")
      for label in allLabels { lines.append("has \(label.rawValue) \(try hasLabel(label, nodes))") }
      for key in allKeys { lines.append("nodes' \(key.rawValue) \(try property(key, of: nodes).line)") }
    }
    for node in every {
      lines.append("\(node.rawValue): \(try properties(of: node).map { "\($0.key.rawValue)=\($0.value.line)" })")
    }
    let all = (-1..<(2 * limit)).map { RelationshipID($0) }
    for relationships in [Array(all.prefix(3)), all, [], all + all] {
      lines.append(
        "ends \(try ends(of: relationships).map { $0.map { [Int64($0.type.rawValue), $0.start.rawValue, $0.end.rawValue] } ?? [] })")
      for key in allKeys { lines.append("relationships' \(key.rawValue) \(try property(key, of: relationships).line)") }
    }
    for relationship in all {
      lines.append("\(try properties(of: relationship).map { "\($0.key.rawValue)=\($0.value.line)" })")
    }
    return lines
  }

  private func indexAnswers() throws(StoreError) -> [String] {
    let values: [Value] = [
      .null, .integer(1), .float(1), .float(2), .integer(2), .float(.nan), .float(0.5), .string("Cléon"), .string(""),
      .string("Cle\u{301}on"), .boolean(true), .boolean(false), .list([.integer(1)]),
      .float(-0.0), .date(CalendarDate(daysSinceEpoch: 1)),
    ]
    var lines: [String] = []
    for label in allLabels {
      for key in allKeys {
        for value in values {
          let found = try findNodes(label: label, key: key, equalTo: value).map { "\($0.map(\.rawValue))" }
          lines.append("find \(label.rawValue) \(key.rawValue) \(value): \(found ?? "no index")")
        }
        var rows: [Int] = []
        var nodes: [NodeID] = []
        for values in [values, values.filter { if case .list = $0 { false } else { true } }] {
          let isAnswered = try findNodes(
            label: label, key: key, equalToEach: .values(values), rows: &rows, nodes: &nodes)
          lines.append("find each \(isAnswered) \(rows) \(nodes.map(\.rawValue))")
        }
      }
    }
    for type in allTypes {
      for key in allKeys {
        var rows: [Int] = []
        var found: [RelationshipID] = []
        for values in [values, values.filter { if case .list = $0 { false } else { true } }] {
          let isAnswered = try findRelationships(
            type: type, key: key, equalToEach: .values(values), rows: &rows, relationships: &found)
          lines.append("find each \(isAnswered) \(rows) \(found.map(\.rawValue))")
        }
      }
    }
    return lines
  }
}

extension Adjacency {
  var line: String {
    (0..<count).map {
      "\(origins[$0]):\(sources[$0].rawValue)-\(relationships[$0].rawValue)-\(neighbours[$0].rawValue)"
    }.joined(separator: " ")
  }
}

extension Value {
  /// The value in a line; the frequent kinds without reflection, which is slow.
  var line: String {
    switch self {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .float(let number): "float \(number)"
    case .boolean(let flag): "\(flag)"
    case .string(let text): "'\(text)'"
    default: "\(self)"
    }
  }
}

extension Column {
  /// Which kind of column, and its values.
  var line: String {
    let kind =
      switch self {
      case .nodes: "nodes"
      case .relationships: "relationships"
      case .integers(_, let valid): valid == nil ? "integers" : "some integers"
      case .floats(_, let valid): valid == nil ? "floats" : "some floats"
      case .booleans(_, let valid): valid == nil ? "booleans" : "some booleans"
      // Texts that repeat may be given by number, or not.
      case .strings(_, let valid), .coded(_, _, let valid): valid == nil ? "strings" : "some strings"
      case .values: "values"
      }
    return kind + (0..<count).map { " " + self[$0].line }.joined()
  }
}
