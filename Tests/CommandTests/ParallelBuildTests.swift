import Foundation
import TestKit
import Testing

/// Processes that find a project without a database at the same moment.
@Suite("Builds side by side")
struct ParallelBuildTests {
  @Test func oneBuildsAndAllAnswer() throws {
    let folder = try TemporaryFolder()
    for name in ["sillage.yaml", "graph-data", "queries"] {
      try FileManager.default.copyItem(at: Program.root.appending(path: name), to: folder.url.appending(path: name))
    }
    let started = try (0..<6).map { _ in try Started("query", "MATCH (n:Brand {id: 'dacia'}) RETURN n.name", "--format", "csv", folder: folder.url) }
    let ended = started.map { $0.end() }
    for run in ended {
      #expect(run.status == 0)
      #expect(run.output == "n.name\nDacia\n")
    }
    #expect(ended.filter { $0.errors.hasPrefix("built ") }.count == 1)
    #expect(ended.filter { $0.errors.isEmpty }.count == 5)
    #expect(folder.files == ["graph-data", "queries", "sillage.db", "sillage.yaml"])
  }

  /// A lock that a killed process left is in nobody's way.
  @Test func aLockWithoutAHolder() throws {
    let folder = try TemporaryFolder()
    try Data("id,label\n1,Part\n".utf8).write(to: folder.url.appending(path: "nodes.csv"))
    try Data().write(to: folder.url.appending(path: "graph.db.lock"))
    let run = try Program(arguments: ["import", "--nodes", "nodes.csv", "--db", "graph.db"], folder: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.files == ["graph.db", "nodes.csv"])
  }
}

/// A program that runs beside others.
private struct Started {
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  init(_ arguments: String..., folder: URL) throws {
    process.executableURL = Program.file
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  func end() -> (status: Int32, output: String, errors: String) {
    let texts = [output, errors].map { String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }
}
