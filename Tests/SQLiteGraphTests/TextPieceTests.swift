import GraphModel
import SQLiteGraph
import Testing

/// Pieces of texts, worked out where these are stored, are the pieces of the texts.
@Suite struct TextPieceTests {
  private static let pieces: [TextPiece] = [
    .length, .lowercased, .uppercased, .scalars(from: 0, count: 3), .scalars(from: 5, count: 4), .scalars(from: 9, count: .max),
    .scalars(from: 40, count: 2), .last(0), .last(4), .last(.max),
  ]

  /// Texts that mostly do not repeat and begin alike, some of them beyond ASCII, at the start or behind.
  private static let texts: [String] = (0..<9_000).map { at in
    switch at % 700 {
    case 1: "Élan-\(at)"
    case 2: "Model-\(at)-é"
    case 3: "Model-é-\(at)"
    case 4: ""
    default: at < 4_096 ? "Model-\(at % 3)" : "Model-\(at)-Z"
    }
  }

  @Test(arguments: [false, true], [1_000_000, -1_000_000])
  func tellsWhatTheTextsTell(changed: Bool, idsBeforeMerging: Int) throws {
    let graph = try SQLiteGraph.inMemory()
    graph.idsBeforeMerging = idsBeforeMerging
    try graph.beginWrite()
    let label = try graph.makeLabel(named: "N")
    let key = try graph.makePropertyKey(named: "name")
    var properties = PropertyColumns(count: Self.texts.count)
    properties.add(key, .strings(Self.texts, valid: nil))
    let nodes = try graph.createNodes(labels: [label], properties: properties)
    try graph.commit()
    try graph.compact()
    if changed {
      try graph.beginWrite()
      try graph.set(key, to: .string("other"), of: nodes[5_000])
      try graph.commit()
    }
    try graph.beginRead()
    var answered = 0
    for part in [nodes, Array(nodes[4_500..<4_800]), nodes.filter { $0.rawValue % 3 == 1 }] {
      guard case .strings(let texts, nil) = try graph.property(key, of: part).uncoded else {
        Issue.record("no texts")
        return
      }
      for piece in Self.pieces {
        guard let found = try graph.pieces(piece, of: part, by: key) else { continue }
        answered += 1
        let expected = piece.column(of: texts, valid: nil)
        #expect((0..<part.count).allSatisfy { GroupingKey(found[$0]) == GroupingKey(expected[$0]) }, "\(piece)")
      }
    }
    let isAsked = changed && idsBeforeMerging > 0
    #expect(answered == (isAsked ? 20 : 30), "nodes among which one is a row that has to be asked are not asked for in this way")
    // Where texts repeat, numbers stand for them.
    if case .coded = try graph.property(key, of: Array(nodes[10..<600])) {} else { Issue.record("not coded") }
    try graph.endRead()
  }
}
