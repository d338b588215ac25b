public import GraphFiles

/// Tells whether a database is still what the text says.
public enum ContentHash {
  /// The SHA-256, in hexadecimal, of the files' paths, lengths and bytes, in the order of the paths: the same for the same
  /// text, however the files were listed. Cost: a reading of all bytes, about 4 ms a megabyte.
  public static func of(_ files: [GraphFile]) -> String {
    var digest = SHA256()
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      digest.update(Array("\(file.path)\n\(file.bytes.count)\n".utf8))
      digest.update(file.bytes)
    }
    return digest.hex()
  }
}
