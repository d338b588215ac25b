import Foundation
import TestKit

/// One run of the program, as people start it.
struct Program {
  var status: Int32
  var output: String
  var errors: String

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Runs in the root of this repository, which is a project.
  init(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws {
    try self.init(arguments, input: input, environment: environment)
  }

  /// Runs in another folder.
  init(arguments: [String], folder: URL) throws {
    try self.init(arguments, input: "", environment: [:], folder: folder)
  }

  /// `file` is another program that is to run.
  init(
    _ arguments: [String], input: String, environment: [String: String], folder: URL = Program.root,
    file: URL = Program.file
  ) throws {
    let process = Process()
    process.executableURL = file
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    makeBrokenPipesErrors()
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    output = String(decoding: standardOutput.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: standardError.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// The root of this repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program that was built beside these tests.
  static let file: URL = {
    let folders = [
      Bundle.main.bundleURL.deletingLastPathComponent(), Bundle.main.bundleURL,
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ]
    let candidates = folders.map { $0.appendingPathComponent("sillage") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[0]
  }()
}
