import Foundation
import Sillage
import TestKit
import Testing

/// The graph of these tests: pairs of nodes, made in one transaction each, so that half a transaction can be told.
enum Pairs {
  /// The request that makes pair number `n` and changes a node of an earlier one.
  static func request(_ n: Int) -> String {
    """
    {"query":"MERGE (c:Counter) SET c.last = $n CREATE (a:Note {n: $n})-[:NEXT {n: $n}]->(b:Note {n: -$n}) WITH a \
    OPTIONAL MATCH (o:Note {n: $old})-[r:NEXT]->() SET o.seen = $n DELETE r","params":{"n":\(n),"old":\(n - 7)}}
    """
  }

  /// The numbers of the pairs in a database that is whole. Fails the test where something is half done.
  static func numbers(in path: String) throws -> [Int] {
    let graph = try GraphDatabase.open(path)
    defer { graph.close() }
    #expect(try graph.integrityFaults() == [])
    func integers(_ query: String) throws -> [Int] {
      try graph.query(query).rows.map { row in
        if case .integer(let number)? = row.first { Int(number) } else { -1 }
      }
    }
    let numbers = try integers("MATCH (a:Note) WHERE a.n > 0 RETURN a.n ORDER BY a.n")
    #expect(try integers("MATCH (b:Note) WHERE b.n < 0 RETURN -b.n AS n ORDER BY n") == numbers)
    let last = numbers.last ?? 0
    #expect(try integers("MATCH (c:Counter) RETURN c.last") == (numbers.isEmpty ? [] : [last]))
    // Each pair takes the relationship of the one seven before it.
    #expect(try integers("MATCH (a)-[r:NEXT]->(b) WHERE a.n = -b.n AND r.n = a.n RETURN a.n ORDER BY a.n") == numbers.suffix(7))
    return numbers
  }
}

/// A run of the program that can be spoken with, and killed. One thread at a time speaks with it.
final class Conversation: @unchecked Sendable {
  let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var pending = Data()

  init(_ executable: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    makeBrokenPipesErrors()
    try process.run()
  }

  /// The answer to a line; nil where the program is gone.
  func ask(_ line: String) -> String? {
    do { try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) } catch { return nil }
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        let answer = String(decoding: pending[..<end], as: UTF8.self)
        pending = Data(pending[(end + 1)...])
        return answer
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      pending.append(more)
    }
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  func finish() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The program that was built beside these tests.
  static let program: String = {
    let folders = [
      Bundle.main.bundleURL.deletingLastPathComponent(), Bundle.main.bundleURL,
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ]
    let candidates = folders.map { $0.appendingPathComponent("sillage").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[0]
  }()
}

/// A number from the environment; nightly runs set larger ones.
func count(_ variable: String, default standard: Int) -> Int {
  ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? standard
}
