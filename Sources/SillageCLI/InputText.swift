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

  /// A file to read piece by piece, or standard input for `-`.
  static func descriptor(_ path: String) throws(SillageError) -> Int32 {
    if path == "-" { return System.standardInput }
    switch System.openForReading(path) {
    case .success(let descriptor): return descriptor
    case .failure(let failure):
      throw .missingFile(path: path, hint: failure.missing ? nil : "it cannot be read: \(failure.reason)")
    }
  }

  static func close(_ descriptor: Int32) { System.closeFile(descriptor) }

  /// An article from a file, an address, or standard input.
  static func article(_ path: String, allowsLocal: Bool) throws(SillageError) -> ArticleInput {
    if ArticleInput.isAddress(path) { return try ArticleInput(address: path, allowsLocal: allowsLocal) }
    return ArticleInput(name: path, bytes: try bytes(path))
  }

  /// What diagnostics call it.
  static func name(_ path: String) -> String { path == "-" ? "<stdin>" : path }
}
