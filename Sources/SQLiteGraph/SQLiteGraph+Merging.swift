import GraphModel

/// Base and rows as one, for scans and for whoever asks for what many nodes or relationships hold.
///
/// Rows are asked for one by one until as many were asked for as there are rows, and a part of the base. From then on, until the next
/// change, what they say is in memory beside the columns of the base.
extension SQLiteGraph {
  /// All nodes; nil where no row says anything, and where so little was asked for that rows are asked one by one. `count`: how many nodes
  /// something is asked of now.
  func mergedNodes(_ count: Int) throws(StoreError) -> MergedNodes? {
    if let mergedNodes { return mergedNodes }
    let changes = state.counters.rowNodes + state.counters.hiddenNodes
    guard isWorthMerging(changes, &nodeDemand, count, next: state.counters.nextNode) else { return nil }
    let base = try base
    var hidden: [Int64] = []
    if let base { try eachHiddenNode(upTo: base.directory.nodeLimit) { hidden.append($0) } }
    let rows = try statements[.nodeRange].bind(1, Int64(1)).bind(2, Int64.max)
    defer { rows.reset() }
    let records = try ChangedRecords(rows, id: 0, record: 1, haveLabels: true, hidden: hidden)
    mergedNodes = try MergedNodes(base, records, limit: Int(state.counters.nextNode - 1), chunks)
    // What cannot be merged is not tried again before the next change.
    if mergedNodes == nil { nodeDemand = .min / 2 }
    return mergedNodes
  }

  /// The properties of all relationships; nil as for nodes.
  func mergedRelationships(_ count: Int) throws(StoreError) -> MergedColumns? {
    if let mergedValues { return mergedValues }
    let changes = state.counters.rowRelationships + state.counters.hiddenRelationships
    guard isWorthMerging(changes, &relationshipDemand, count, next: state.counters.nextRelationship) else { return nil }
    let base = try base
    var hidden: [Int64] = []
    if let base { try eachHiddenRelationship(upTo: base.directory.relationshipLimit) { hidden.append($0) } }
    let rows = try statements[.relationshipRange].bind(1, Int64(1)).bind(2, Int64.max)
    defer { rows.reset() }
    let records = try ChangedRecords(rows, id: 4, record: 3, haveLabels: false, hidden: hidden)
    let made = MergedColumns(base, records, ofNodes: false, limit: Int(state.counters.nextRelationship - 1), chunks)
    mergedValues = made
    return made
  }

  /// Gives the column of a property of any nodes; nil where rows have to be asked.
  func columnsOfAllNodes() throws(StoreError) -> ((PropertyKeyID) throws(StoreError) -> BaseColumn?)? {
    if let all = try mergedNodes(0) { return all.columns.column }
    guard state.counters.rowNodes + state.counters.hiddenNodes == 0, let base = try base else { return nil }
    return { key throws(StoreError) in try base.column(key, ofNodes: true) }
  }

  func columnsOfAllRelationships() throws(StoreError) -> ((PropertyKeyID) throws(StoreError) -> BaseColumn?)? {
    if let all = try mergedRelationships(0) { return all.column }
    guard state.counters.rowRelationships + state.counters.hiddenRelationships == 0, let base = try base else { return nil }
    return { key throws(StoreError) in try base.column(key, ofNodes: false) }
  }

  /// The column of a property for some nodes; nil where rows have to be asked, or nothing has it.
  func column(_ key: PropertyKeyID, of nodes: [NodeID]) throws(StoreError) -> BaseColumn? {
    if let all = try mergedNodes(nodes.count) { return try all.columns.column(key) }
    guard let base = try base, try rowPlaces(nodes, base).isEmpty else { return nil }
    return try base.column(key, ofNodes: true)
  }

  /// `next`: the first id that nothing has; buffers are as long.
  private func isWorthMerging(_ changes: Int, _ demand: inout Int, _ count: Int, next: Int64) -> Bool {
    guard changes > 0 else { return false }
    demand += count
    return demand >= idsBeforeMerging + changes && changes <= Self.mostMerged && next < Int64(UInt32.max)
  }

  /// The row of a node comes, goes or changes.
  func noteRow(of node: NodeID) {
    nodePages.drop(node.rawValue)
    mergedNodes = nil
    nodeDemand = 0
  }

  /// So many rows are kept in memory, of nodes and of relationships.
  private static let mostMerged = 1 << 20
}
