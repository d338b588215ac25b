import Foundation
import Sillage

/// The graph of this repository, compiled once for all tests.
enum ShippedGraph {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A folder that is gone when the tests end.
  static let folder: String = {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sillage-tests-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }()

  static let built: Result<String, any Error> = Result {
    let path = folder + "/shipped.db"
    _ = try Project(at: root).build(database: path)
    return path
  }

  static func open(writable: Bool = false) throws -> GraphDatabase {
    let path = try built.get()
    guard writable else { return try GraphDatabase.open(path) }
    let copy = folder + "/\(UUID().uuidString).db"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    return try GraphDatabase.open(copy, writable: true)
  }

  /// An answer as lines of cells between bars: short to write and to compare.
  static func lines(_ query: String, _ parameters: [ResultField] = []) throws -> [String] {
    try text(of: open().query(query, parameters: parameters))
  }

  static func text(of answer: QueryAnswer) -> [String] {
    answer.rows.map { $0.map(cell).joined(separator: " | ") }
  }

  static func cell(_ value: ResultValue) -> String {
    if case .string(let text) = value { return text }
    var out: [UInt8] = []
    _ = JSONWriter.append(TypedJSON.json(value), to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
