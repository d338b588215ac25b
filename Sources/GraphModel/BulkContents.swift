/// A whole graph as columns, for loading it at once: what readers of tables make, and what a store writes without looking at
/// single rows.
///
/// Nodes and relationships are named by their place, counted from 0. Whoever fills this in keeps all columns of a kind at
/// the same length and all places and numbers within bounds; a store checks both and fails with `misuse`.
public struct BulkContents: Sendable {
  public var nodes = Nodes()
  public var relationships = Relationships()

  public init() {}

  public struct Nodes: Sendable {
    /// The combinations of labels that occur. A node without labels has an empty one.
    public var labelSets: [[String]] = []
    /// For each node, which of the label sets it has.
    public var labelSet: [UInt16] = []
    public var properties: [PropertyColumn] = []

    public init() {}

    public var count: Int { labelSet.count }
  }

  public struct Relationships: Sendable {
    public var typeNames: [String] = []
    /// For each relationship, which of the types it has.
    public var type: [UInt16] = []
    /// For each relationship, the place of the node where it starts.
    public var start: [UInt32] = []
    /// For each relationship, the place of the node where it ends.
    public var end: [UInt32] = []
    public var properties: [PropertyColumn] = []

    public init() {}

    public var count: Int { type.count }
  }
}

/// One property of all nodes, or of all relationships.
public struct PropertyColumn: Sendable {
  public var key: String
  public var values: PropertyValues
  /// Which rows have the property; nil: all. What `values` holds in the other rows is not looked at.
  public var valid: [Bool]?

  public init(key: String, values: PropertyValues, valid: [Bool]? = nil) {
    self.key = key
    self.values = values
    self.valid = valid
  }
}

/// The values of a ``PropertyColumn``, of one type where possible.
public enum PropertyValues: Sendable {
  case integers([Int64])
  case floats([Double])
  case booleans([Bool])
  case texts(TextColumn)
  /// Anything that ``Value/isStorable`` accepts.
  case values([Value])

  public var count: Int {
    switch self {
    case .integers(let values): values.count
    case .floats(let values): values.count
    case .booleans(let values): values.count
    case .texts(let values): values.count
    case .values(let values): values.count
    }
  }
}

/// Texts one behind the other in UTF-8.
@frozen
public struct TextColumn: Sendable {
  /// All texts.
  public var bytes: [UInt8] = []
  /// Where each text ends.
  public var ends: [Int] = []

  @inlinable public init() {}

  @inlinable public var count: Int { ends.count }

  /// Where the bytes of a text are.
  @inlinable
  public func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  @inlinable
  public subscript(row: Int) -> String { String(decoding: bytes[range(row)], as: UTF8.self) }

  @inlinable
  public mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }
}
