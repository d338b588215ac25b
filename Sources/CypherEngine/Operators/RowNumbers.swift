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
    var all: [[Int]] = []
    for (at, column) in columns.enumerated() { all.append(numbers(of: column, at: at)) }
    return numbers(of: all)
  }

  /// The number of each value of one column.
  mutating func numbers(of column: Column, at place: Int) -> [Int] { keys[place].numbers(of: column) }

  /// The number of each row, of which the numbers of its values are known.
  mutating func numbers(of values: [[Int]]) -> [Int] {
    guard var numbers = values.first else { return [] }
    for (at, values) in values.dropFirst().enumerated() {
      for row in numbers.indices { numbers[row] = pairs[at].number(of: numbers[row], values[row]) }
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
