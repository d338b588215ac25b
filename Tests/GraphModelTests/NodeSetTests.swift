import GraphModel
import Testing

@Suite("Sets of nodes")
struct NodeSetTests {
  /// Ends of words of 64 bits, of runs of 64 words, and some between.
  private static let ids: [Int64] = [0, 1, 63, 64, 4_095, 4_096, 4_097, 70_000, 262_143, 262_144, 1_000_003]

  @Test("Each node is taken up once, whatever its id, and none with a negative one")
  func inserts() {
    var set = NodeSet()
    for id in Self.ids.reversed() {
      #expect(!set.contains(NodeID(id)))
      let isNew = (set.insert(NodeID(id)), set.insert(NodeID(id)))
      #expect(isNew == (true, false))
      #expect(set.contains(NodeID(id)) && !set.contains(NodeID(id + 2_000_000)))
    }
    let isTaken = set.insert(NodeID(-1))
    #expect(!isTaken && !set.contains(NodeID(-1)))
  }

  @Test("An emptied set has nothing of what it had, and takes up the same again")
  func empties() {
    var set = NodeSet()
    for _ in 0..<3 {
      let new = Self.ids.count { set.insert(NodeID($0)) }
      #expect(new == Self.ids.count)
      set.removeAll()
      for id in Self.ids { #expect(!set.contains(NodeID(id))) }
    }
  }

  @Test("Runs of a list give what is new, in their order, and are forgotten with the rest")
  func runs() {
    var set = NodeSet()
    set.makeRoom(upTo: 10_000)
    let list: [UInt32] = [5, 4_096, 5, 9_999, 64, 7]
    let (runs, rest) = ([0..<3, 4..<5], [2..<6])
    var found: [NodeID] = []
    set.insert(list.span, at: runs.span, found: &found)
    #expect(found == [5, 4_096, 64].map { NodeID($0) })
    set.insert(list.span, at: rest.span, found: &found)
    #expect(found == [5, 4_096, 64, 9_999, 7].map { NodeID($0) })
    set.removeAll()
    #expect(list.allSatisfy { !set.contains(NodeID(Int64($0))) })
  }

  @Test("From the first node that another set has, only such are taken up, or that one alone")
  func meetings() {
    var other = NodeSet()
    for id in [64, 4_096] as [Int64] { _ = other.insert(NodeID(id)) }
    let list: [UInt32] = [5, 4_096, 9, 64, 7]
    let runs = [0..<5]
    for (wanted, expected) in [(Meetings.all, [4_096, 64] as [Int64]), (.first, [4_096])] {
      var set = NodeSet()
      set.makeRoom(upTo: 5_000)
      var (found, met): ([NodeID], [NodeID]) = ([], [])
      set.insert(list.span, at: runs.span, found: &found, meeting: other, met: &met, wanting: wanted)
      #expect(found == [NodeID(5)] && met == expected.map { NodeID($0) })
      #expect(!set.contains(NodeID(9)) && !set.contains(NodeID(7)))
      set.removeAll()
      #expect(list.allSatisfy { !set.contains(NodeID(Int64($0))) })
    }
  }
}
