import GraphModel

/// What comes of each row of a MERGE: what it finds, or what it, or a row before it with the same keys, makes.
struct MergedRows {
  /// The rows of the input, ascending, and the id for each.
  private(set) var rows: [Int] = []
  private(set) var ids: [Int64] = []
  /// The rows of the input that make something.
  private(set) var makers: [Int] = []
  /// Where something is that was found.
  private(set) var matches: [Int] = []
  /// Where something is that is made, and by which of the makers.
  private var owed: [(place: Int, maker: Int)] = []

  /// `found`: what each row finds, without its column where nobody wants it.
  init(of count: Int, _ keys: [Column], _ found: (origins: [Int], columns: [Column])?) {
    let origins = found?.origins ?? []
    // Only what finds nothing is told apart by its keys.
    var finds = Array(filledWith: false, count: count)
    for row in origins { finds[row] = true }
    let without = (0..<count).filter { !finds[$0] }
    let own = without.count == count ? keys : keys.map { $0.gathered(without) }
    rows.reserveCapacity(max(count, origins.count))
    ids.reserveCapacity(max(count, origins.count))
    var different = RowNumbers(width: keys.count)
    let numbers = different.numbers(of: own)
    // By the number of the keys.
    var makers: [Int?] = Array(filledWith: nil, count: different.count)
    let held = found?.columns.first
    var (next, place) = (0, 0)
    for row in 0..<count {
      let first = next
      while next < origins.count, origins[next] == row {
        matches.append(rows.count)
        add(held?.id(in: next) ?? 0, row)
        next += 1
      }
      guard next == first else { continue }
      if let known = makers[numbers[place]] {
        matches.append(rows.count)
        owed.append((rows.count, known))
      } else {
        // A number that equals nothing is made anew each time.
        if own.allSatisfy({ $0.equalsItself(in: place) }) { makers[numbers[place]] = self.makers.count }
        owed.append((rows.count, self.makers.count))
        self.makers.append(row)
      }
      add(0, row)
      place += 1
    }
  }

  private mutating func add(_ id: Int64, _ row: Int) {
    rows.append(row)
    ids.append(id)
  }

  /// Puts in what the makers made.
  mutating func settle(_ made: [Int64]) {
    for (place, maker) in owed where maker < made.count { ids[place] = made[maker] }
  }
}

extension Column {
  /// Whether the value of a row equals what is the same.
  fileprivate func equalsItself(in row: Int) -> Bool {
    switch self {
    case .integers, .strings, .coded, .booleans, .nodes, .relationships: true
    case .floats, .values: self[row].equals(self[row]) == true
    }
  }

  fileprivate func id(in row: Int) -> Int64? {
    switch self {
    case .nodes(let nodes, _): nodes[row].rawValue
    case .relationships(let relationships, _): relationships[row].rawValue
    default: nil
    }
  }
}
