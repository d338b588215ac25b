public import Diagnostics

/// Reads nothing but what linking needs of a graph's files, for those who need no graph: cues and decided mentions.
public enum LinkingFiles {
  /// What the files say, and what is wrong with those of them that say anything of linking. Cost: a look at each byte of the
  /// YAML files.
  public static func read(
    _ files: [GraphFile]
  ) -> (cues: CueRecords, mentions: [MentionRecord], diagnostics: [Diagnostic]) {
    var pass = ReadingPass()
    for file in files where file.isYaml && !file.isSchema && speaksOfLinking(file.bytes) { pass.readYaml(file) }
    return (pass.records.cues, pass.records.mentions, pass.diagnostics)
  }

  /// Whether a line begins with the key `cues` or `mentions`, or, in a file in brackets, it stands anywhere.
  private static func speaksOfLinking(_ bytes: [UInt8]) -> Bool {
    let isInBrackets = bytes.first { !isBlank($0) } == UInt8(ascii: "{")
    return ["cues", "mentions"].contains { word in
      let key = Array(word.utf8)
      return bytes.indices.contains { at in
        bytes[at] == key[0] && bytes[at...].starts(with: key) && isKey(at..<at + key.count, of: bytes, anywhere: isInBrackets)
      }
    }
  }

  /// Whether a word is a key, with or without quotation marks.
  private static func isKey(_ word: Range<Int>, of bytes: [UInt8], anywhere: Bool) -> Bool {
    func isQuote(_ at: Int) -> Bool {
      bytes.indices.contains(at) && (bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'"))
    }
    let start = isQuote(word.lowerBound - 1) ? word.lowerBound - 1 : word.lowerBound
    let end = isQuote(word.upperBound) ? word.upperBound + 1 : word.upperBound
    guard anywhere || start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return false }
    return bytes[end...].first { !isBlank($0) } == UInt8(ascii: ":")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The schema among the files, empty where there is none.
  public static func schema(_ files: [GraphFile]) -> Schema {
    var pass = ReadingPass()
    pass.readSchema(files.filter(\.isSchema))
    return pass.records.schema
  }
}
