/// The types of relationships in a list, as runs of equal ones.
public struct TypeRuns: Sendable {
  /// `type`: nil for relationships that do not exist. Each of another type than the one before.
  public private(set) var runs: [(type: RelationshipTypeID?, count: Int)] = []

  public init() {}

  /// Adds relationships of a type. Cost: constant.
  public mutating func append(_ type: RelationshipTypeID?, count: Int = 1) {
    if let last = runs.last, last.type == type { runs[runs.count - 1].count += count } else { runs.append((type, count)) }
  }
}
