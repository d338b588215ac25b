import Sillage

extension DiagnosticCode {
  /// Standard output, or a file in its place, cannot be written to.
  static let cannotWriteOutput = DiagnosticCode("E808")
}

/// Standard output, or a file, behind a buffer of 64 KB. Whoever makes it flushes it at the end.
final class OutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let capacity = 65_536

  init(_ descriptor: Int32 = System.standardOutput) { self.descriptor = descriptor }

  func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Self.capacity { flush() }
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Sends what is kept. Where that fails, nothing sensible can be answered any more, so the process ends.
  func flush() {
    guard !buffer.isEmpty else { return }
    if let reason = System.write(buffer, to: descriptor) {
      _ = System.write(Array("error[\(DiagnosticCode.cannotWriteOutput)]: cannot write the output: \(reason)\n".utf8), to: System.standardError)
      System.leave(ExitStatus.inputOutput.rawValue)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
