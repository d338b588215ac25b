/// In which row of a batch each id stands.
///
/// Ids that follow one another in rows that do are one run, and ids that only rise are found among the runs: mostly nothing is hashed.
struct RowPlaces {
  private struct Run {
    let first: Int64
    let row: Int
    var count = 1
  }

  /// By ascending ids.
  private var runs: [Run] = []
  private var others: [Int64: Int] = [:]

  var isEmpty: Bool { runs.isEmpty }

  /// An id that is not there yet. Cost: constant where it is above all others.
  mutating func add(_ id: Int64, row: Int) {
    guard let last = runs.last else { return runs.append(Run(first: id, row: row)) }
    let distance = id - last.first
    if distance == Int64(last.count), row == last.row + last.count {
      runs[runs.count - 1].count += 1
    } else if distance >= Int64(last.count) {
      runs.append(Run(first: id, row: row))
    } else {
      others[id] = row
    }
  }

  /// Nil where the id is not there. Cost: logarithmic in the number of runs.
  subscript(id: Int64) -> Int? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].first <= id { low = middle + 1 } else { high = middle }
    }
    if low > 0 {
      let run = runs[low - 1]
      if id - run.first < Int64(run.count) { return run.row + Int(id - run.first) }
    }
    return others.isEmpty ? nil : others[id]
  }

  mutating func removeAll() {
    runs.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
  }
}
