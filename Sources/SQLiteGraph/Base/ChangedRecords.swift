import GraphModel

/// What rows say of the nodes or of the relationships of a graph, in memory: the records that are rows, and what of the base is gone.
final class ChangedRecords {
  /// Of the rows, ascending.
  private var ids: [Int] = []
  private var bytes: [UInt8] = []
  /// Where the record of each row ends; the next begins there.
  private var ends: [Int] = []
  /// Ids of the base that are gone, ascending. None of them is a row.
  let gone: [Int]
  /// Whether a record begins with labels.
  private let haveLabels: Bool

  /// Takes all rows of a table, ascending by id, which stands in the column `id`. In a damaged file they may run in circles.
  ///
  /// `hidden`: ids of the base that are rows or gone, in any order.
  init(
    _ rows: Statement, id: Int32, record: Int32, haveLabels: Bool, hidden: [Int64]
  ) throws(StoreError) {
    self.haveLabels = haveLabels
    while try rows.step() {
      let place = Int(truncatingIfNeeded: rows.integer(id))
      guard place > ids.last ?? 0 else { throw RecordReader.damage }
      ids.append(place)
      rows.appendBlob(record, to: &bytes)
      ends.append(bytes.count)
    }
    let sorted = hidden.sorted()
    var (gone, at) = ([Int](), 0)
    for id in sorted {
      let place = Int(truncatingIfNeeded: id)
      while at < ids.count, ids[at] < place { at += 1 }
      if at == ids.count || ids[at] != place { gone.append(place) }
    }
    self.gone = gone
  }

  /// What changed of one property: null for what is gone, and for rows without it. Cost: a look into each record.
  func changes(of key: PropertyKeyID) throws(StoreError) -> ColumnChanges {
    let values = try each { record throws(StoreError) in
      if haveLabels { try record.skipLabels() }
      return try record.property(key)
    }
    return ColumnChanges(values, gone: gone)
  }

  /// The labels of each node that is a row; none for those that are gone. Ascending by id.
  func labels() throws(StoreError) -> [(id: Int, labels: [LabelID]?)] {
    let all = try each { record throws(StoreError) -> [LabelID]? in try record.labels() } + gone.map { (id: $0, value: nil) }
    return all.sorted { $0.id < $1.id }.map { (id: $0.id, labels: $0.value) }
  }

  private func each<Found>(
    _ read: (inout RecordReader) throws(StoreError) -> Found
  ) throws(StoreError) -> [(id: Int, value: Found)] {
    var found: [(id: Int, value: Found)] = []
    found.reserveCapacity(ids.count + gone.count)
    var start = 0
    for (at, id) in ids.enumerated() {
      var record = RecordReader(bytes, start..<ends[at])
      found.append((id: id, value: try read(&record)))
      start = ends[at]
    }
    return found
  }

  /// Those of a run of relationships of the base that are not gone. Cost: that of a binary search, where none of them is.
  func left(of run: Range<Int>) -> [RelationshipID] {
    var left: [RelationshipID] = []
    left.reserveCapacity(run.count)
    var (next, at) = (run.lowerBound, gone.firstPlace(notBelow: run.lowerBound))
    while next < run.upperBound {
      let end = at < gone.count ? min(gone[at], run.upperBound) : run.upperBound
      left.append(contentsOf: (next..<end).lazy.map { RelationshipID(Int64($0)) })
      next = end + 1
      at += 1
    }
    return left
  }

  /// Whether one of a run of ids is gone.
  func isGone(anyOf run: Range<Int>) -> Bool {
    let at = gone.firstPlace(notBelow: run.lowerBound)
    return at < gone.count && gone[at] < run.upperBound
  }
}

extension Array where Element: FixedWidthInteger {
  /// Where the first of ascending numbers stands that is not below a number.
  func firstPlace(notBelow number: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
