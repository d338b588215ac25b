import CypherPlanner
import Diagnostics
import GraphModel

/// The values that an index is asked for: one for each row, or the elements of a list.
struct SoughtValues {
  let values: Column
  private let origins: [Int]?

  /// `isAnyOf`: each value is a list, of which any element is sought.
  init(_ wanted: Column, isAnyOf: Bool, of outer: Batch, at span: SourceSpan) throws(ExecutionFailure) {
    guard isAnyOf else {
      (values, origins) = (wanted, nil)
      return
    }
    let lists = try UnrolledLists(wanted, of: outer, "IN", at: span)
    (values, origins) = (lists.batch.columns.last ?? wanted, lists.origins)
  }

  /// The rows for which something was found, from the places of the values: each thing once for each row, although a list may
  /// hold equal elements.
  func rows<ID: Hashable>(_ places: [Int], _ found: [ID]) -> (rows: [Int], found: [ID]) {
    guard let origins else { return (places, found) }
    var seen: Set<ID> = []
    var kept: (rows: [Int], found: [ID]) = ([], [])
    var last: Int?
    for (place, id) in zip(places, found) {
      let row = origins[place]
      if row != last { seen.removeAll(keepingCapacity: true) }
      last = row
      guard seen.insert(id).inserted else { continue }
      kept.rows.append(row)
      kept.found.append(id)
    }
    return kept
  }

  /// Where no index answers: the values that something holds, and who holds them.
  func compare<ID>(_ held: Column, of all: [ID]) -> (places: [Int], found: [ID]) {
    var found: (places: [Int], found: [ID]) = ([], [])
    for place in 0..<values.count {
      let value = values[place]
      for at in all.indices where held[at].equals(value) == true {
        found.places.append(place)
        found.found.append(all[at])
      }
    }
    return found
  }
}
