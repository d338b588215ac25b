import GraphModel

/// `collect(x)`.
final class Collections: Accumulator {
  private var lists: [[Value]] = []

  override func grow(to count: Int) {
    if lists.count < count { lists.append(contentsOf: repeatElement([], count: count - lists.count)) }
  }

  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    // The loop works on what is its own: a field of a class would be checked each time.
    var lists: [[Value]] = []
    swap(&lists, &self.lists)
    let column = arguments[0]
    let isWhole = column.isWithoutNulls
    for row in 0..<count where isWhole || !column.isNull(row) { lists[groups[row]].append(column[row]) }
    swap(&lists, &self.lists)
  }

  override func results() throws(EvaluationError) -> Column { .values(lists.map { .list($0) }) }
}
