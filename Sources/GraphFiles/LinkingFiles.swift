public import Diagnostics

/// Reads nothing but what linking needs of a graph's files, for those who need no graph: cues and decided mentions.
public enum LinkingFiles {
  /// What the files say, and what is wrong with those of them that say anything of linking. Cost: a look at each line of the
  /// YAML files.
  public static func read(
    _ files: [GraphFile]
  ) -> (cues: CueRecords, mentions: [MentionRecord], diagnostics: [Diagnostic]) {
    var pass = ReadingPass()
    for file in files where file.isYaml && !file.isSchema && speaksOfLinking(file.bytes) { pass.readYaml(file) }
    return (pass.records.cues, pass.records.mentions, pass.diagnostics)
  }

  /// Whether a line begins with the key `cues` or `mentions`.
  private static func speaksOfLinking(_ bytes: [UInt8]) -> Bool {
    let keys = [Array("cues:".utf8), Array("mentions:".utf8)]
    return keys.contains { key in
      bytes.starts(with: key) || bytes.indices.contains { bytes[$0] == 0x0A && bytes[($0 + 1)...].starts(with: key) }
    }
  }

  /// The schema among the files, empty where there is none.
  public static func schema(_ files: [GraphFile]) -> Schema {
    var pass = ReadingPass()
    pass.readSchema(files.filter(\.isSchema))
    return pass.records.schema
  }
}
