import Foundation
import GraphModel
import TestKit
import Testing

@testable import SQLiteGraph

/// Pages end in a checksum, so that what became of the file by accident is an error and never another answer.
@Suite("Checksums of pages")
struct ChecksumTests {
  enum Contents: CaseIterable {
    case rows, mixed, compacted
  }

  private static let page = 4_096
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("graph.db")
  }

  // MARK: Making and reading

  private func make(_ contents: Contents) throws -> Data {
    let graph = try SQLiteGraph.create(path)
    try write(60..<360, to: graph)
    if contents != .rows { try graph.compact() }
    if contents == .mixed { try write(0..<60, to: graph) }
    graph.close()
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func write(_ numbers: Range<Int>, to graph: SQLiteGraph) throws {
    try graph.beginWrite()
    let labels = try ["Site", "Old"].map { name in try graph.makeLabel(named: name) }
    let keys = try ["name", "size", "since"].map { name in try graph.makePropertyKey(named: name) }
    let type = try graph.makeRelationshipType(named: "NEAR")
    if graph.propertyIndexes.isEmpty { try graph.createIndex(label: labels[0], key: keys[0], unique: true) }
    var made: [NodeID] = []
    for number in numbers {
      made.append(
        try graph.createNode(
          labels: number % 3 == 0 ? labels : [labels[0]],
          properties: [
            (key: keys[0], value: .string("site \(number)" + String(repeating: "…", count: number % 50 == 0 ? 3_000 : 0))),
            (key: keys[1], value: .integer(Int64(number * 7_919 % 1_000))),
            (key: keys[2], value: .date(CalendarDate(daysSinceEpoch: Int64(number) * 11))),
          ]))
    }
    for at in 0..<made.count * 2 {
      _ = try graph.createRelationship(
        type, from: made[at % made.count], to: made[at * 13 % made.count], properties: [(key: keys[1], value: .integer(Int64(at)))])
    }
    try graph.commit()
  }

  /// All that is asked; the kind of the error where there is one.
  private func answers(_ bytes: Data) throws -> (lines: [String], error: StoreError.Kind?) {
    for file in folder.files where file.hasPrefix("damaged.db") { try FileManager.default.removeItem(atPath: folder.path(file)) }
    try bytes.write(to: URL(fileURLWithPath: folder.path("damaged.db")))
    do throws(StoreError) {
      let graph = try SQLiteGraph.open(folder.path("damaged.db"), for: .reading)
      try graph.beginRead()
      let lines = try Self.everything(of: graph)
      try graph.endRead()
      return (lines, nil)
    } catch {
      return ([], error.kind)
    }
  }

  /// Scans, columns, expansions and look-ups, many at once.
  private static func everything(of graph: SQLiteGraph) throws(StoreError) -> [String] {
    let statistics = try graph.statistics()
    var lines = ["\(statistics.nodes) \(statistics.relationships) \(graph.labelNames) \(graph.propertyKeyNames)"]
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [], after: nil, limit: .max, into: &nodes)
    var links = Adjacency()
    try graph.scanRelationships(types: nil, after: nil, limit: .max, into: &links)
    var ways = Adjacency()
    try graph.expand(nodes, ExpansionSelection(outgoing: .all, incoming: .all), into: &ways)
    lines += [links.line, ways.line, "\(try graph.labels(of: nodes).map { $0.map(\.rawValue) })"]
    for key in graph.propertyKeyNames.indices.map({ PropertyKeyID(Int32($0)) }) {
      lines += [try graph.property(key, of: nodes).line, try graph.property(key, of: links.relationships).line]
    }
    for label in graph.labelNames.indices.map({ LabelID(Int32($0)) }) {
      var some: [NodeID] = []
      try graph.scanNodes(labels: [label], after: NodeID(7), limit: 500, into: &some)
      lines.append("\(some.map(\.rawValue))")
      for number in stride(from: 1, to: 360, by: 40) {
        let found = try graph.findNodes(label: label, key: PropertyKeyID(0), equalTo: .string("site \(number)")) ?? []
        lines.append("site \(number): \(found.map(\.rawValue))")
      }
    }
    return lines
  }

  // MARK: Damage

  private enum Damage {
    case flip(bit: Int)
    case zero(Range<Int>)
    case swap(Int, Int)
    case cut(Int)

    func apply(to bytes: inout Data) {
      switch self {
      case .flip(let bit): bytes[bit / 8] ^= UInt8(1 << (bit % 8))
      case .zero(let range): bytes.replaceSubrange(range, with: Data(count: range.count))
      case .swap(let a, let b):
        let (first, second) = (a * page..<(a + 1) * page, b * page..<(b + 1) * page)
        let kept = Data(bytes[first])
        bytes.replaceSubrange(first, with: Data(bytes[second]))
        bytes.replaceSubrange(second, with: kept)
      case .cut(let count): bytes = bytes.prefix(count)
      }
    }
  }

  private static func damages(_ size: Int) -> [Damage] {
    var random = SeededRandom(size)
    let flips = (0..<120).map { _ in Damage.flip(bit: random.below(size * 8)) }
    let zeros = (0..<45).map { at in
      let length = [16, 512, page][at % 3]
      let start = random.below(size / length) * length
      return Damage.zero(start..<start + length)
    }
    let swaps = (0..<20).map { _ in Damage.swap(random.below(size / page), random.below(size / page)) }
    return flips + zeros + swaps + (0..<15).map { _ in Damage.cut(random.below(size)) }
  }

  @Test("Whatever happens to a file: right answers or an error", arguments: Contents.allCases)
  func rightOrAnError(contents: Contents) throws {
    let sound = try make(contents)
    let right = try answers(sound)
    #expect(right.error == nil && right.lines.count > 20)
    var found = 0
    for damage in Self.damages(sound.count) {
      var bytes = sound
      damage.apply(to: &bytes)
      let (lines, error) = try answers(bytes)
      if let error {
        #expect([.damaged, .notADatabase].contains(error), "\(damage)")
        found += 1
      } else {
        #expect(lines == right.lines, "\(damage)")
      }
    }
    #expect(found > 80, "most of the file is read")
  }

  @Test("A bit of the checksum itself, and of what says that there is one", arguments: Contents.allCases)
  func checksumsThemselves(contents: Contents) throws {
    let sound = try make(contents)
    var random = SeededRandom(7)
    for bit in (0..<64).map({ Self.page * 8 - 64 + $0 }) + (0..<8).map({ 20 * 8 + $0 }) + (0..<32).map({ 60 * 8 + $0 }) {
      var bytes = sound
      Damage.flip(bit: bit).apply(to: &bytes)
      #expect(try answers(bytes).error == .damaged, "\(bit)")
    }
    let pages = sound.count / Self.page
    let found = try (1..<pages).count { page in
      var bytes = sound
      bytes[(page + 1) * Self.page - 1 - random.below(8)] ^= 1 << random.below(8)
      return try answers(bytes).error == .damaged
    }
    #expect(found > pages / 3, "pages that compaction gave up are not read")
  }

  @Test func faultsAreListed() throws {
    var bytes = try make(.rows)
    bytes[bytes.count - 100] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let graph = try SQLiteGraph.open(path, for: .reading)
    try graph.beginRead()
    let faults = try graph.integrityFaults()
    #expect(faults.contains { $0.contains("Page \(bytes.count / Self.page): unable to get the page") })
  }

  // MARK: Files

  @Test func aFileSaysThatItsPagesHaveChecksums() throws {
    let bytes = try make(.mixed)
    #expect(bytes[20] == 8 && bytes[63] == 7)
    #expect(bytes.count % Self.page == 0)
    let writer = try SQLiteGraph.open(path, for: .writing)
    let open = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(open[18] == 2 && bytes[18] == 1, "the use of a log begins")
    #expect(open[Self.page - 8..<Self.page] == bytes[Self.page - 8..<Self.page], "which changes one sector of the first page and no other")
    writer.close()
  }

  /// The same contents in a file whose pages have no room for checksums.
  private func makeOlder() throws -> String {
    _ = try make(.mixed)
    let older = folder.path("older.db")
    try Data().write(to: URL(fileURLWithPath: older))
    let connection = try Connection(.file(path, writable: true), busyTimeout: 0)
    defer { connection.close() }
    try connection.execute(
      "ATTACH '\(older)' AS older; PRAGMA older.application_id = \(TableLayout.applicationID); PRAGMA older.user_version = 6")
    for sql in try connection.texts("SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC") {
      try connection.execute(sql.replacing("CREATE TABLE ", with: "CREATE TABLE older.").replacing("CREATE INDEX ", with: "CREATE INDEX older."))
    }
    for table in try connection.texts("SELECT name FROM main.sqlite_schema WHERE type = 'table'") {
      try connection.execute("INSERT INTO older.\(table) SELECT * FROM main.\(table)")
    }
    return older
  }

  @Test func anOlderFileStaysWhatItIsAndItsCopyHasChecksums() throws {
    let older = try makeOlder()
    let expected = try SQLiteGraph.open(path, for: .reading)
    try expected.beginRead()
    let writer = try SQLiteGraph.open(older, for: .writing)
    try writer.beginRead()
    #expect(writer.answers(below: 8) == expected.answers(below: 8))
    try writer.endRead()
    try write(1_000..<1_100, to: writer)
    try writer.compact()
    writer.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: older))
    #expect(bytes[20] == 0 && bytes[63] == 6)
    let reader = try SQLiteGraph.open(older, for: .reading)
    try reader.backup(to: folder.path("copy.db"))
    try reader.beginRead()
    #expect(try reader.integrityFaults() == [])
    let copied = try Data(contentsOf: URL(fileURLWithPath: folder.path("copy.db")))
    #expect(copied[20] == 8 && copied[63] == 7)
    let copy = try SQLiteGraph.open(folder.path("copy.db"), for: .writing)
    try copy.beginRead()
    #expect(copy.answers(below: 8) == reader.answers(below: 8))
    #expect(try copy.integrityFaults() == [])
    try copy.endRead()
    copy.close()
    try reader.endRead()
    #expect(try reader.copiedToMemory().statistics().nodes == 460)
  }

  /// Pages are written before the first one, given up and taken again.
  @Test func aTransactionThatIsLargerThanMemory() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let connection = try Connection(.file(path, writable: true), busyTimeout: 0)
    try connection.execute(
      """
      PRAGMA cache_size = 10; PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; BEGIN; CREATE TABLE t(id INTEGER PRIMARY KEY, b);
      PRAGMA application_id = \(TableLayout.applicationID);
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 300) INSERT INTO t SELECT x, randomblob(x * 53) FROM c;
      DELETE FROM t WHERE id % 3 > 0;
      INSERT INTO t SELECT id + 1, randomblob(id * 29) FROM t; DELETE FROM t WHERE id % 7 = 0; COMMIT
      """)
    let digest = try connection.number("SELECT sum(length(b) * id) FROM t")
    connection.close()
    let reader = try Connection(.file(path, writable: false), busyTimeout: 0)
    #expect(try reader.number("SELECT sum(length(b) * id) FROM t") == digest)
    #expect(try reader.texts("PRAGMA integrity_check") == ["ok"])
    let copy = try Connection(.memory, busyTimeout: 0)
    try copy.copy(from: reader)
    #expect(try copy.number("SELECT sum(length(b) * id) FROM t") == digest)
  }
}
