import GraphModel
import Testing

@testable import CypherEngine

@Suite struct SeenNodesTests {
  /// How many of the nodes are new, for each list in turn.
  private func fresh(_ lists: [[Int64]]) -> [Int] {
    var seen = SeenNodes()
    return lists.map { ids in seen.insert(contentsOf: ids.map { NodeID($0) }) }
  }

  @Test func countsEachNodeOnce() {
    #expect(fresh([[5, 0, 5, 63, 64], [64, 1_000, 63], [], [1_000], [1_001]]) == [4, 1, 0, 0, 1])
  }

  @Test func leavesNegativeIdsOut() {
    #expect(fresh([[-3, 7, -64, 7], [-3], [7, 8]]) == [1, 0, 1])
  }
}
