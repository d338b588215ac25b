import Foundation
import Sillage
import TestKit
import Testing

@testable import SillageCLI

@Suite("Exit codes")
struct ExitStatusTests {
  /// As `docs/cli.md` lists them.
  @Test(arguments: [
    (StoreError.Kind.cannotOpen, 66), (.notADatabase, 65), (.damaged, 65), (.notUnique, 65), (.readOnly, 74), (.inputOutput, 74), (.busy, 75),
    (.misuse, 70), (.interrupted, 130),
  ] as [(StoreError.Kind, Int32)])
  func failuresOfTheDatabase(kind: StoreError.Kind, status: Int32) {
    #expect(ExitStatus(.store(StoreError(kind, ""))).rawValue == status)
  }

  @Test func aFileThatMayOnlyBeReadIsNoFaultOfTheQuery() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    try GraphDatabase.create(path).close()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    // Whoever may write to every file is not held up by that.
    guard !FileManager.default.isWritableFile(atPath: path) else { return }
    let run = try Program("query", "--write", "--db", path, "CREATE (n:A)")
    #expect(run.status == 74 && run.errors.contains("error[E508]") && run.errors.contains("\n  help: allow writing to the file"))
  }
}
