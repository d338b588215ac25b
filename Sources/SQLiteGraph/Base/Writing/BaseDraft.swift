import GraphModel

/// A whole graph as it is about to become the base. Rows of nodes are their ids less one.
struct BaseDraft: Sendable {
  /// The combinations of labels; the first, empty, stands for ids without a node.
  var labelSets: [[LabelID]] = [[]]
  /// By row.
  var labelSet: [UInt16] = []
  var nodeColumns: [DraftColumn] = []

  /// The types that occur, ascending.
  var types: [RelationshipTypeID] = []
  /// By row, the place of the type among the types; ``noRelationship`` for a row without one.
  var type: [UInt16] = []
  /// By row, the ids of the nodes.
  var start: [UInt32] = []
  var end: [UInt32] = []
  var relationshipColumns: [DraftColumn] = []
  /// Whether the id of a relationship is its row and one. Else ids are given in the order in which the base stores them.
  var keepsIDs = true

  var indexes: [PropertyIndex] = []

  static let noRelationship = UInt16.max
}

/// A property of a draft.
struct DraftColumn: Sendable {
  let key: PropertyKeyID
  let column: PropertyColumn
  let kind: ColumnKind

  /// Cost: values without a type are all looked at.
  init(key: PropertyKeyID, column: PropertyColumn) {
    self.key = key
    self.column = column
    kind =
      switch column.values {
      case .integers: .integers
      case .floats: .floats
      case .booleans: .booleans
      case .texts: .texts
      case .values(let values): values.allSatisfy { $0.isNull || $0.days != nil } ? .dates : .mixed
      }
  }

  @inline(__always)
  func has(_ row: Int) -> Bool {
    guard column.valid?[row] ?? true else { return false }
    if case .values(let values) = column.values { return !values[row].isNull }
    return true
  }

  /// The value of a row that has one, as an index sees it; nil where an index has no entry for it.
  func indexed(_ row: Int) throws(StoreError) -> IndexedValue? {
    let value: Value
    switch column.values {
    case .integers(let values): value = .integer(values[row])
    case .floats(let values): value = .float(values[row])
    case .booleans(let values): value = .boolean(values[row])
    case .texts(let values): return .text(values[row])
    case .values(let values): value = values[row]
    }
    if case .indexed(let value) = try IndexedValue.kind(of: value) { return value }
    return nil
  }

  /// The digest of ``indexed(_:)``, made without a text.
  func digest(_ row: Int) throws(StoreError) -> UInt64? {
    if case .texts(let texts) = column.values { return Digest.of(texts.bytes, texts.range(row)) }
    return try indexed(row)?.digest
  }
}

extension Value {
  /// The days of a date since 1970-01-01; nil for any other value.
  var days: Int64? { if case .date(let date) = self { date.daysSinceEpoch } else { nil } }
}
