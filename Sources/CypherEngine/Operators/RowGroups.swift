/// To which group the rows of a batch belong.
enum RowGroups {
  /// To the only one there is.
  case only
  /// All to one of several.
  case one(Int)
  case each([Int])

  /// `numbers`: the group of each row.
  init(_ numbers: [Int]) {
    // Rows that follow one another often belong together, and then much is added up at once.
    if let first = numbers.first, numbers.last == first, numbers.allSatisfy({ $0 == first }) {
      self = .one(first)
    } else {
      self = .each(numbers)
    }
  }

  @inline(__always)
  subscript(row: Int) -> Int {
    switch self {
    case .only: 0
    case .one(let group): group
    case .each(let groups): groups[row]
    }
  }

  /// The group that all rows belong to; nil where they belong to several.
  var shared: Int? {
    switch self {
    case .only: 0
    case .one(let group): group
    case .each: nil
    }
  }
}
