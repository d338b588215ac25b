import Sillage

extension DiagnosticCode {
  /// Standard output cannot be written to.
  static let cannotWriteOutput = DiagnosticCode("E808")
}

/// Standard output behind a buffer of 64 KB. Whoever makes it flushes it at the end.
final class OutputStream {
  private var buffer: [UInt8] = []
  private static let capacity = 65_536

  func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Self.capacity { flush() }
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Sends what is kept. Where that fails, nothing sensible can be answered any more, so the process ends.
  func flush() {
    guard !buffer.isEmpty else { return }
    if let reason = System.write(buffer, to: System.standardOutput) {
      _ = System.write(Array("error[\(DiagnosticCode.cannotWriteOutput)]: cannot write to standard output: \(reason)\n".utf8), to: System.standardError)
      System.leave(ExitStatus.inputOutput.rawValue)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
