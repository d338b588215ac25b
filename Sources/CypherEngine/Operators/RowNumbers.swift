import GraphModel

/// The different rows of some columns, numbered in order of first appearance.
struct RowNumbers {
  /// The values of each column.
  private var keys: [KeyNumbers]
  /// What a row of the first columns and a value of the next make, for each column but the first.
  private var pairs: [PairNumbers]

  init(width: Int) {
    keys = (0..<width).map { _ in KeyNumbers() }
    pairs = (0..<max(0, width - 1)).map { _ in PairNumbers() }
  }

  var count: Int { pairs.last?.pairs.count ?? keys.first?.count ?? 0 }

  /// The number of each row. Cost: a look-up in a table for each value, and one for each further column.
  mutating func numbers(of columns: [Column]) -> [Int] {
    guard let first = columns.first else { return [] }
    var numbers = keys[0].numbers(of: first)
    for key in columns.indices.dropFirst() {
      let values = keys[key].numbers(of: columns[key])
      for row in numbers.indices { numbers[row] = pairs[key - 1].number(of: numbers[row], values[row]) }
    }
    return numbers
  }

  /// The different rows, in the order of their numbers.
  var columns: [Column] {
    guard let first = keys.first else { return [] }
    var columns: [Column] = []
    var numbers = Array(0..<count)
    for (pair, key) in zip(pairs, keys.dropFirst()).reversed() {
      columns.append(.narrowest(numbers.map { key.values[pair.pairs[$0].second] }))
      numbers = numbers.map { pair.pairs[$0].first }
    }
    columns.append(.narrowest(numbers.map { first.values[$0] }))
    return columns.reversed()
  }
}
