import Foundation
import Sillage
import TestKit
import Testing

/// An import that is killed leaves the whole database or none, and nothing that is in the way of the next.
@Suite(.serialized) struct ImportKillTests {
  private static let (nodes, relationships) = (3_000, 20_000)

  /// `SILLAGE_KILL_ROUNDS` sets the number of rounds, five to one.
  @Test func aKilledImportLeavesAllOrNothing() throws {
    let folder = try TemporaryFolder()
    let (nodes, relationships, path) = (folder.path("nodes.csv"), folder.path("rels.csv"), folder.path("graph.db"))
    try ("id,label,name\n" + (1...Self.nodes).map { "\($0),Part,part \($0)\n" }.joined())
      .write(toFile: nodes, atomically: true, encoding: .utf8)
    try
      ("src,dst,type,n\n"
      + (0..<Self.relationships).map { "\(1 + $0 % Self.nodes),\(1 + $0 * 7 % Self.nodes),NEEDS,\($0)\n" }.joined())
      .write(toFile: relationships, atomically: true, encoding: .utf8)
    let arguments = ["import", "--quiet", "--nodes", nodes, "--rels", relationships, "--db", path, "--unique", "name"]
    // How long an import takes, so that it is killed at all of its moments.
    let start = Date()
    try Conversation(Conversation.program, arguments).finish()
    let whole = Date().timeIntervalSince(start)
    try expectWhole(path)
    for _ in 1...max(10, count("SILLAGE_KILL_ROUNDS", default: 50) / 5) {
      try? FileManager.default.removeItem(atPath: path)
      let killed = try Conversation(Conversation.program, arguments)
      Thread.sleep(forTimeInterval: Double.random(in: 0...1.1) * whole)
      killed.kill()
      if FileManager.default.fileExists(atPath: path) { try expectWhole(path) }
    }
    try? FileManager.default.removeItem(atPath: path)
    try Conversation(Conversation.program, arguments).finish()
    try expectWhole(path)
    #expect(folder.files == ["graph.db", "nodes.csv", "rels.csv"])
  }

  private func expectWhole(_ path: String) throws {
    let graph = try GraphDatabase.open(path)
    defer { graph.close() }
    #expect(try graph.integrityFaults() == [])
    #expect(try graph.query("MATCH (p:Part) RETURN count(p)").rows == [[.integer(Int64(Self.nodes))]])
    #expect(
      try graph.query("MATCH ()-[r:NEEDS]->() RETURN count(r), sum(r.n)").rows == [
        [.integer(Int64(Self.relationships)), .integer(Int64(Self.relationships * (Self.relationships - 1) / 2))]
      ])
  }
}
