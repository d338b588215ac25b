import GraphModel

/// The ids of the relationships of some types in the base, ascending.
struct RelationshipIDs {
  private let base: Base
  /// Those of types whose relationships follow one another.
  private let runs: [Range<Int>]
  /// By the number of a type and one, whether it is another of the types; empty where there is none.
  private var isLoose: [Bool] = []

  /// `types`: nil for all.
  init(_ base: Base, of types: [RelationshipTypeID]?) {
    self.base = base
    var runs: [Range<Int>] = []
    for entry in base.directory.types where types?.contains(entry.type) ?? true {
      if entry.first > 0 {
        runs.append(entry.first..<entry.first + entry.count)
        continue
      }
      let number = Int(entry.type.rawValue) + 1
      if number >= isLoose.count { isLoose += Array(filledWith: false, count: number + 1 - isLoose.count) }
      isLoose[number] = true
    }
    self.runs = runs.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether all of them are in runs.
  var areRuns: Bool { isLoose.isEmpty }

  /// The next that follow one another above an id, all in one part, and not more than so many; nil where there are none. Only where all
  /// are in runs.
  func run(after last: Int, count: Int) -> Range<Int>? {
    guard let run = runs.first(where: { $0.upperBound > last + 1 }) else { return nil }
    let first = max(run.lowerBound, last + 1)
    let part = BasePart.ids(BasePart.of(first), limit: base.directory.relationshipLimit)
    return first..<min(first + count, run.upperBound, part.upperBound)
  }

  /// Appends those above an id until there are so many. Cost: linear in them; where types are among others, in all ids up to the last.
  func append(after last: Int, count: Int, to ids: inout [RelationshipID]) throws(StoreError) {
    guard !isLoose.isEmpty else {
      for run in runs where run.upperBound > last + 1 && ids.count < count {
        let first = max(run.lowerBound, last + 1)
        Self.append(first..<min(run.upperBound, first + count - ids.count), to: &ids)
      }
      return
    }
    let limit = base.directory.relationshipLimit
    var next = last + 1
    while next <= limit, ids.count < count {
      let part = next..<BasePart.ids(BasePart.of(next), limit: limit).upperBound
      var found: [RelationshipID] = []
      try base.loose().append(part, ofTypes: isLoose, to: &found)
      var others: [RelationshipID] = []
      for run in runs where run.overlaps(part) { Self.append(run.clamped(to: part), to: &others) }
      if !others.isEmpty { found = found.mergedAscending(with: others) }
      ids.append(contentsOf: found.prefix(count - ids.count))
      next = part.upperBound
    }
  }

  private static func append(_ run: Range<Int>, to ids: inout [RelationshipID]) {
    ids.append(contentsOf: run.lazy.map { RelationshipID(Int64($0)) })
  }
}
