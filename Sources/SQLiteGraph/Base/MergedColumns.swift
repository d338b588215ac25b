import GraphModel

/// The properties of all nodes, or of all relationships, of base and rows as one, as of some moment.
///
/// Cost: for each property that is asked for, a look into each record that is a row; of the parts that are read, a copy.
final class MergedColumns {
  let records: ChangedRecords
  /// Ids above have nothing.
  let limit: Int
  private let base: Base?
  private let ofNodes: Bool
  private let chunks: ChunkSource
  private var known = SortedTable<PropertyKeyID, Known>()

  private struct Known {
    /// Nil for a property that nothing has.
    let column: BaseColumn?
  }

  init(_ base: Base?, _ records: ChangedRecords, ofNodes: Bool, limit: Int, _ chunks: ChunkSource) {
    self.base = base
    self.records = records
    self.ofNodes = ofNodes
    self.limit = limit
    self.chunks = chunks
  }

  /// Nil for a property that nothing has.
  func column(_ key: PropertyKeyID) throws(StoreError) -> BaseColumn? {
    if let known = known[key] { return known.column }
    let (held, changes) = (try base?.column(key, ofNodes: ofNodes), try records.changes(of: key))
    var made: BaseColumn?
    if held != nil || changes.haveValues {
      made = try BaseColumn(
        key, BaseColumn.Merging(held, changes), ofNodes ? .nodeProperty : .relationshipProperty, limit: limit, chunks)
    }
    known[key] = Known(column: made)
    return made
  }
}

/// All nodes of base and rows as one, as of some moment: a graph that was changed is scanned as one that was not.
final class MergedNodes {
  let columns: MergedColumns
  let labelSets: LabelSets
  private let limit: Int
  private let directory: BaseDirectory

  /// Nil where nodes have more different sets of labels than can be numbered.
  init?(_ base: Base?, _ records: ChangedRecords, limit: Int, _ chunks: ChunkSource) throws(StoreError) {
    columns = MergedColumns(base, records, ofNodes: true, limit: limit, chunks)
    self.limit = limit
    var directory = BaseDirectory()
    directory.nodeLimit = limit
    if let base { directory.labelSets = base.directory.labelSets }
    // The first set is that of no node; a node without labels has one of its own.
    var numbers: [[LabelID]: Int] = [:]
    for (number, labels) in directory.labelSets.enumerated().dropFirst() { numbers[labels] = number }
    var (ids, sets) = ([Int](), [UInt16]())
    for (id, labels) in try records.labels() {
      ids.append(id)
      guard let labels else {
        sets.append(0)
        continue
      }
      let number = numbers[labels] ?? directory.labelSets.count
      if number == directory.labelSets.count {
        numbers[labels] = number
        directory.labelSets.append(labels)
      }
      guard let set = UInt16(exactly: number) else { return nil }
      sets.append(set)
    }
    labelSets = try LabelSets(directory, chunks, LabelSets.Merging(base: base?.labelSets, ids: ids, sets: sets))
    self.directory = directory
  }

  /// The number of the label set of any id; 0 where there is no such node.
  @inline(__always)
  func number(_ id: Int) throws(StoreError) -> Int {
    guard id > 0, id <= limit else { return 0 }
    return try labelSets.number(id)
  }

  func labels(_ id: Int) throws(StoreError) -> [LabelID] { directory.labelSets[try number(id)] }
}
