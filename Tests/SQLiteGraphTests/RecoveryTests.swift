import Foundation
import GraphModel
import TestKit
import Testing

@testable import SQLiteGraph

/// A database that a writer left in the middle of its work.
@Suite struct RecoveryTests {
  let folder: TemporaryFolder
  let path: String
  let left: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("graph.db")
    left = folder.path("left.db")
    let graph = try SQLiteGraph.create(path)
    try graph.beginWrite()
    let label = try graph.makeLabel(named: "Site")
    for _ in 0..<3 { _ = try graph.createNode(labels: [label], properties: []) }
    try graph.commit()
    graph.close()
  }

  /// Copies the database with a rollback journal that has to be played back: what is there when a process is killed while the
  /// database enters the use of a log.
  private func leaveJournal() throws {
    let writer = try Connection(.file(path, writable: true), busyTimeout: 0)
    try writer.execute(
      """
      PRAGMA cache_size = 1; BEGIN; UPDATE metadata SET value = 'lost'; DELETE FROM node;
      CREATE TABLE filler(text); INSERT INTO filler WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 3000)
        SELECT hex(randomblob(200)) FROM c
      """)
    try FileManager.default.copyItem(atPath: path, toPath: left)
    try FileManager.default.copyItem(atPath: path + "-journal", toPath: left + "-journal")
    try writer.execute("ROLLBACK")
    writer.close()
  }

  @Test func aReaderUndoesWhatAKilledWriterLeft() throws {
    try leaveJournal()
    let reader = try SQLiteGraph.open(left, for: .reading)
    try reader.beginRead()
    #expect(try reader.statistics().nodes == 3)
    #expect(try reader.exist([NodeID(1), NodeID(3), NodeID(4)]) == [true, true, false])
    #expect(try reader.integrityFaults() == [])
    #expect(!FileManager.default.fileExists(atPath: left + "-journal"))
  }

  @Test func aReaderThatIsOpenUndoesIt() throws {
    try leaveJournal()
    let journal = try Data(contentsOf: URL(fileURLWithPath: left + "-journal"))
    let half = try Data(contentsOf: URL(fileURLWithPath: left))
    try FileManager.default.removeItem(atPath: left + "-journal")
    try FileManager.default.removeItem(atPath: left)
    try FileManager.default.copyItem(atPath: path, toPath: left)
    let reader = try SQLiteGraph.open(left, for: .reading)
    // Written into the same file, as by another process.
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: left))
    try file.write(contentsOf: half)
    try file.close()
    try journal.write(to: URL(fileURLWithPath: left + "-journal"))
    try reader.beginRead()
    #expect(try reader.statistics().nodes == 3)
    #expect(try reader.exist([NodeID(3)]) == [true])
  }

  @Test func whoMayNotWriteIsToldWhy() throws {
    try leaveJournal()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: left)
    // Whoever may write to every file is not held up by that.
    guard !FileManager.default.isWritableFile(atPath: left) else { return }
    let error = #expect(throws: StoreError.self) { try SQLiteGraph.open(left, for: .reading) }
    #expect(error?.kind == .cannotOpen)
    #expect(error?.message.contains("a writer ended in the middle of its work") == true)
  }

  /// The first page says whether there is a log. It is written when a database is opened for writing, and not flushed: after a failure
  /// of power it may say what it said before.
  @Test func theLogIsReadWhateverTheFirstPageSays() throws {
    let writer = try SQLiteGraph.open(path, for: .writing)
    try writer.beginWrite()
    _ = try writer.createNode(labels: [], properties: [])
    try writer.commit()
    var file = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(file[18...19] == Data([2, 2]))
    file[18] = 1
    file[19] = 1
    try file.write(to: URL(fileURLWithPath: left))
    try FileManager.default.copyItem(atPath: path + "-wal", toPath: left + "-wal")
    writer.close()
    for access in [SQLiteGraph.Access.reading, .writing] {
      let graph = try SQLiteGraph.open(left, for: access)
      try graph.beginRead()
      #expect(try graph.statistics().nodes == 4)
      #expect(try graph.exist([NodeID(4)]) == [true])
      #expect(try graph.integrityFaults() == [])
      graph.close()
    }
  }
}
