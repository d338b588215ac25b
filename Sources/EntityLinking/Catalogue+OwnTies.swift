/// Ties among the entities that one form may mean, which say nothing of what is meant.
extension Catalogue {
  /// Whether two entities are tied. Cost: a search among the ties of the first.
  func areTied(_ entity: Int, _ other: Int) -> Bool {
    let ties = neighbours[entity]
    var (low, high) = (0, ties.count)
    while low < high {
      let middle = (low + high) / 2
      if ties[middle] < other { low = middle + 1 } else { high = middle }
    }
    return low < ties.count && ties[low] == other
  }

  /// How many of the entities that a form may mean are tied to each other: "Renault" names a brand and its group, so that the form would speak for
  /// itself, and what speaks for the one speaks for the other.
  func tiesAmong(_ readings: ArraySlice<SurfaceForm.Reading>) -> OwnTies {
    var (tied, apart) = (false, false)
    for (place, reading) in zip(readings.indices, readings) {
      for other in readings[(place + 1)...] {
        if areTied(reading.entity, other.entity) { tied = true } else { apart = true }
      }
    }
    return !tied ? .none : apart ? .some : .all
  }

  /// See ``tiesAmong(_:)``.
  enum OwnTies { case none, some, all }
}
