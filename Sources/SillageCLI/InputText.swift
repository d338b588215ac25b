import Sillage

extension DiagnosticCode {
  /// What was to be read is no text in UTF-8.
  static let notText = DiagnosticCode("E809")
}

/// Texts that a command reads itself: from files and from standard input.
enum InputText {
  /// The text of a file, or of standard input for `-`.
  static func read(_ path: String) throws(SillageError) -> String {
    let bytes = try bytes(path)
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .faults([Diagnostic(.notText, "\(name(path)) is no text in UTF-8", source: "", span: .beginning)], sources: [])
    }
    return text
  }

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(_ path: String) throws(SillageError) -> [UInt8] {
    switch path == "-" ? System.readAll(System.standardInput) : System.readFile(path) {
    case .success(let bytes): return bytes
    case .failure(let failure):
      throw .missingFile(path: path, hint: failure.missing ? nil : "it cannot be read: \(failure.reason)")
    }
  }

  /// What diagnostics call it.
  static func name(_ path: String) -> String { path == "-" ? "<stdin>" : path }
}
