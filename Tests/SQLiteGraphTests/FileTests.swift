import Foundation
import GraphModel
import TestKit
import Testing

@testable import SQLiteGraph

@Suite struct FileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("graph.db")
  }

  private func makeDatabase(nodes: Int = 3) throws {
    let graph = try SQLiteGraph.create(path)
    try graph.beginWrite()
    let label = try graph.makeLabel(named: "Site")
    let key = try graph.makePropertyKey(named: "name")
    for number in 0..<nodes {
      _ = try graph.createNode(labels: [label], properties: [(key: key, value: .string("site \(number)"))])
    }
    try graph.commit()
    graph.close()
  }

  private func kind(_ work: () throws -> Void) -> StoreError.Kind? {
    do { try work() } catch { return (error as? StoreError)?.kind }
    return nil
  }

  @Test func aMissingFileIsAnErrorAndNotMade() throws {
    for access in [SQLiteGraph.Access.reading, .writing] {
      let error = #expect(throws: StoreError.self) { try SQLiteGraph.open(path, for: access) }
      #expect(error?.kind == .cannotOpen)
      #expect(error?.message == "there is no database at \(path)")
    }
    #expect(kind { _ = try SQLiteGraph.open(":memory:", for: .writing) } == .cannotOpen)
    #expect(kind { _ = try SQLiteGraph.open(folder.url.path, for: .reading) } == .cannotOpen)
    #expect(folder.files == [])
  }

  @Test func creatingDoesNotTouchAFileThatIsThere() throws {
    try Data("text".utf8).write(to: URL(fileURLWithPath: path))
    #expect(kind { _ = try SQLiteGraph.create(path) } == .cannotOpen)
    #expect(throws: AtomicFailure<StoreError>.self) {
      try SQLiteGraph.bulkLoad(creating: path) { (_) throws(StoreError) in }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
    #expect(kind { _ = try SQLiteGraph.create(folder.path("no/such/folder.db")) } == .cannotOpen)
  }

  @Test(arguments: [Data(), Data("some text, longer than nothing".utf8), Data(repeating: 7, count: 10_000)])
  func otherFilesAreRefused(contents: Data) throws {
    try contents.write(to: URL(fileURLWithPath: path))
    for access in [SQLiteGraph.Access.reading, .writing] {
      #expect(kind { _ = try SQLiteGraph.open(path, for: access) } == .notADatabase)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == contents)
    #expect(folder.files == ["graph.db"])
  }

  @Test func databasesOfOtherProgramsAndVersionsAreRefused() throws {
    try makeDatabase()
    let good = try Data(contentsOf: URL(fileURLWithPath: path))
    var foreign = good
    foreign.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    try foreign.write(to: URL(fileURLWithPath: path))
    #expect(kind { _ = try SQLiteGraph.open(path, for: .reading) } == .notADatabase)
    try good.write(to: URL(fileURLWithPath: path))
    let connection = try Connection(.file(path, writable: true), busyTimeout: 0)
    try connection.execute("PRAGMA user_version = 8")
    connection.close()
    let newer = try Data(contentsOf: URL(fileURLWithPath: path))
    let error = #expect(throws: StoreError.self) { try SQLiteGraph.open(path, for: .writing) }
    #expect(error?.kind == .otherVersion)
    #expect(error?.message == "\(path): the database has format version 8, and this program reads version 7")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == newer)
  }

  /// A commit of many rows compacts them, in a time that grows with their number and not faster.
  @Test(.timeLimit(.minutes(1))) func aLargeCommitCompacts() throws {
    try makeDatabase(nodes: 60_000)
    let graph = try SQLiteGraph.open(path, for: .reading)
    try graph.beginRead()
    let label = try #require(graph.label(named: "Site"))
    let key = try #require(graph.propertyKey(named: "name"))
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [label], after: nil, limit: .max, into: &nodes)
    #expect(nodes.count == 60_000)
    guard case .strings(let names, nil) = try graph.property(key, of: nodes) else {
      Issue.record("the names are no texts")
      return
    }
    #expect(names.first == "site 0" && names.last == "site 59999")
    #expect(graph.chunksRead > 15, "the nodes are in the base")
    #expect(try graph.integrityFaults() == [])
  }

  @Test func aTruncatedFileIsReported() throws {
    try makeDatabase(nodes: 2_000)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for share in stride(from: 1, to: 20, by: 1) {
      try whole.prefix(whole.count * share / 20).write(to: URL(fileURLWithPath: path))
      let outcome = kind {
        let graph = try SQLiteGraph.open(path, for: .reading)
        try graph.beginRead()
        _ = try graph.property(PropertyKeyID(0), of: (1...2_000).map { NodeID($0) })
      }
      #expect(outcome == .damaged || outcome == .notADatabase, "\(share)")
    }
  }

  /// A flipped byte is noticed or leaves an answer, and never brings the program down.
  @Test func flippedBytesDoNotCrash() throws {
    try makeDatabase(nodes: 300)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SeededRandom(5)
    for _ in 0..<100 {
      var damaged = whole
      for _ in 0..<4 { damaged[random.below(damaged.count)] ^= UInt8(1 + random.below(255)) }
      try damaged.write(to: URL(fileURLWithPath: path))
      _ = kind {
        let graph = try SQLiteGraph.open(path, for: .reading)
        try graph.beginRead()
        _ = graph.answers(below: 6)
        _ = try graph.integrityFaults()
      }
    }
  }

  @Test func readingMakesNoFilesAndNeedsNoWritableFolder() throws {
    try makeDatabase()
    #expect(folder.files == ["graph.db"])
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    func read() throws {
      let graph = try SQLiteGraph.open(path, for: .reading)
      try graph.beginRead()
      #expect(try graph.statistics().nodes == 3)
      #expect(try graph.property(PropertyKeyID(0), of: [NodeID(2)])[0].isNull == false)
      #expect(folder.files == ["graph.db"])
      try graph.endRead()
      #expect(kind { try graph.beginWrite() } == .readOnly)
    }
    try read()
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
    try read()
    #expect(folder.files == ["graph.db"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func aPathMayHoldAnyCharacters() throws {
    let strange = folder.path("a b?c#d%20'é;.db")
    let graph = try SQLiteGraph.create(strange)
    graph.close()
    graph.close()
    let again = try SQLiteGraph.open(strange, for: .reading)
    try again.beginRead()
    #expect(folder.files == ["a b?c#d%20'é;.db"])
  }

  @Test func metadataAndTraitsAreKept() throws {
    let traits = RelationshipTraits(
      inverses: ["POWERS": "POWERED_BY", "POWERED_BY": "POWERS"], symmetric: ["PARTNER_OF"])
    let graph = try SQLiteGraph.create(path)
    try graph.beginWrite()
    try graph.setTraits(traits)
    try graph.setMetadata("content", to: "abc\u{0}é")
    try graph.setMetadata("counters", to: "a key of the caller's")
    try graph.commit()
    try graph.beginWrite()
    try graph.setTraits(RelationshipTraits())
    try graph.setMetadata("content", to: nil)
    #expect(try graph.metadata("content") == nil)
    try graph.rollback()
    #expect(graph.traits == traits)
    graph.close()
    let again = try SQLiteGraph.open(path, for: .reading)
    try again.beginRead()
    #expect(again.traits == traits)
    #expect(try again.metadata("content") == "abc\u{0}é")
    #expect(try again.metadata("counters") == "a key of the caller's")
    #expect(try again.metadata("nothing") == nil)
  }

  @Test func aBackupIsAWholeDatabase() throws {
    try makeDatabase()
    let copy = folder.path("copy.db")
    let graph = try SQLiteGraph.open(path, for: .reading)
    try graph.backup(to: copy)
    #expect(kind { try graph.backup(to: copy) } == .cannotOpen)
    let opened = try SQLiteGraph.open(copy, for: .reading)
    try opened.beginRead()
    try graph.beginRead()
    #expect(opened.answers(below: 5) == graph.answers(below: 5))
    #expect(try opened.integrityFaults() == [])
  }
}
