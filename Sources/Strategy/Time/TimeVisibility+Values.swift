import GraphFiles
public import GraphModel

extension TimeVisibility {
  /// How a thing stood when it was looked up later nobody knew yet.
  public func shown(_ key: PropertyKeyID, _ values: Column, of nodes: [NodeID]) throws(StoreError) -> Column {
    guard let known = frame.knownAt, let asOf = keys.asOf, keys.ofThings.contains(key) else { return values }
    let learnt = try graph.property(asOf, of: nodes)
    return .narrowest(
      (0..<values.count).map { StatementTimes.isKnown(date(learnt, $0), at: known) ? values[$0] : .null })
  }

  /// What was known of a relationship.
  private enum Heard {
    case everything
    /// What its source says, without its end.
    case allButItsEnd
    /// What its first source says.
    case itsStart
  }

  /// An end that was learnt later is not there, and what it ended is a plain statement; where only the first source was known, it
  /// is the source.
  public func shown(
    _ key: PropertyKeyID, _ values: Column, of relationships: [RelationshipID]
  ) throws(StoreError) -> Column {
    guard let known = frame.knownAt, changedKeys.contains(key) else { return values }
    let heard = try heard(of: relationships, known)
    if !heard.contains(where: { $0 != .everything }) { return values }
    let first = try column(keys.first[key] ?? (key == keys.generalKnowledge ? keys.startSource : nil), of: relationships)
    return .narrowest(
      relationships.indices.map { row in
        heard[row] == .everything ? values[row] : shown(key, values[row], heard[row], first: first?[row])
      })
  }

  private func heard(of relationships: [RelationshipID], _ known: PartialDate) throws(StoreError) -> [Heard] {
    let learnt = try column(keys.asOf, of: relationships)
    let starts = try column(keys.startAsOf, of: relationships)
    let ends = try column(keys.endAsOf, of: relationships)
    return relationships.indices.map { row in
      if date(starts, row) != nil, !StatementTimes.isKnown(date(learnt, row), at: known) { return .itsStart }
      return StatementTimes.isKnown(date(ends, row), at: known) ? .everything : .allButItsEnd
    }
  }

  private func shown(_ key: PropertyKeyID, _ value: Value, _ heard: Heard, first: Value?) -> Value {
    if keys.ofEnd.contains(key) { return .null }
    if key == keys.status { return Self.status(value).map { .string($0.beforeItsEnd.rawValue) } ?? value }
    guard heard == .itsStart else { return value }
    if key == keys.note || keys.ofStart.contains(key) { return .null }
    if key == keys.generalKnowledge { return .boolean(first?.text == Provenance.generalKnowledge) }
    return first ?? value
  }
}
