import Foundation
import Sillage
import TestKit
import Testing

/// Disks fail and fill up; the file stays whole, and the error is told.
@Suite(.serialized) struct FaultTests {
  private static let folderOfSources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// For every n, the n-th write, sync or cut of a file of the database fails.
  @Test func everyFailureOfTheDiskLeavesTheFileWhole() throws {
    let folder = try TemporaryFolder()
    guard let library = try buildFaults(into: folder) else {
      print("skipped: there is no C compiler to make a failing disk with")
      return
    }
    let path = folder.path("faulty.db")
    let log = folder.path("log")
    var faults = 0
    for n in 1...500 {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      try? FileManager.default.removeItem(atPath: log)
      try GraphDatabase.create(path).close()
      let environment = ["LD_PRELOAD": library, "FAULT_AT": "\(n)", "FAULT_LOG": log]
      var acknowledged: [Int] = []
      let writer = try Conversation(
        Conversation.program, ["session", "--write", "--db", path], environment: environment)
      for pair in 1...6 {
        guard let answer = writer.ask(Pairs.request(pair)) else { break }
        // After a failure the later pairs are not asked for: each counts on the one before.
        guard !answer.contains("\"error\"") else { break }
        acknowledged.append(pair)
      }
      writer.finish()
      try Conversation(Conversation.program, ["optimize", "--quiet", "--db", path], environment: environment).finish()
      let numbers = try Pairs.numbers(in: path)
      try #require(
        numbers == acknowledged || numbers == acknowledged + [acknowledged.count + 1],
        "fault \(n): \(acknowledged) acknowledged, \(numbers) found")
      guard FileManager.default.fileExists(atPath: log) else { break }
      faults += 1
    }
    #expect(faults > 10)
  }

  /// A file that may not grow, as on a full disk, at several sizes.
  @Test(arguments: [80, 120, 200, 400])
  func aFullDiskIsToldAndLeavesTheFileWhole(kibibytes: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.db")
    try GraphDatabase.create(path).close()
    let limited = "trap '' XFSZ; ulimit -f \(kibibytes * 2); exec \"$0\" \"$@\""
    let writer = try Conversation(
      "/bin/sh", ["-c", limited, Conversation.program, "session", "--write", "--db", path])
    var acknowledged: [Int] = []
    var failure: String?
    for pair in 1...3_000 {
      guard let answer = writer.ask(Pairs.request(pair)) else { break }
      guard !answer.contains("\"error\"") else {
        failure = answer
        break
      }
      acknowledged.append(pair)
    }
    writer.finish()
    let told = try #require(failure)
    #expect(told.contains("disk"), "\(told)")
    #expect(try Pairs.numbers(in: path) == acknowledged)
  }

  /// The path of the library; nil where nothing can compile it.
  private func buildFaults(into folder: TemporaryFolder) throws -> String? {
    #if os(Linux)
      let library = folder.path("faults.so")
      for compiler in ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"]
      where FileManager.default.isExecutableFile(atPath: compiler) {
        let source = Self.folderOfSources.appendingPathComponent("Faults/faults.c").path
        let compilation = try Conversation(compiler, ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])
        compilation.finish()
        if compilation.process.terminationStatus == 0 { return library }
      }
    #endif
    return nil
  }
}
