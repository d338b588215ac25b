import Foundation
import TestKit

/// The program while it makes a line of each line that it is given.
struct RunningStream {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ arguments: [String]) throws {
    process.executableURL = Program.file
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    process.standardInput = input
    process.standardOutput = output
    makeBrokenPipesErrors()
    try process.run()
  }

  /// Gives it some lines, as many as it works on at once, and takes what it makes of them.
  func pass(_ lines: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
    var left = lines.utf8.count { $0 == UInt8(ascii: "\n") }
    while left > 0 {
      let made = output.fileHandleForReading.availableData
      guard !made.isEmpty else { throw CocoaError(.fileReadUnknown) }
      left -= made.count { $0 == UInt8(ascii: "\n") }
    }
  }

  /// The most memory that it has had so far; 0 where the system does not tell.
  func peakKilobytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  /// Ends its input. Gives how it ended.
  func finish() -> Int32 {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
