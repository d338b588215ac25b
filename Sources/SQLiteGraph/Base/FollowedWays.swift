import GraphModel

/// The ways that were followed of late, so that not each question looks for its adjacencies.
struct FollowedWays {
  /// The latest last.
  private var latest: [(selection: ExpansionSelection, ways: BaseWays)] = []

  /// Those of a selection. Cost: none for one of the few that were asked for last.
  mutating func ways(_ selection: ExpansionSelection, _ source: some AdjacencySource) throws(StoreError) -> BaseWays {
    for known in latest where known.selection == selection { return known.ways }
    let made = try BaseWays(source, Ways(selection))
    if latest.count == 8 { latest.removeFirst() }
    latest.append((selection, made))
    return made
  }
}
