public import Diagnostics

/// Reads nothing but the tables of cues of a graph's files, for those who need no graph.
public enum CueFiles {
  /// The cues of the files that have any, and what is wrong with those files. Cost: a look at each line of the YAML files.
  public static func read(_ files: [GraphFile]) -> (cues: CueRecords, diagnostics: [Diagnostic]) {
    var pass = ReadingPass()
    for file in files where file.isYaml && !file.isSchema && hasCues(file.bytes) { pass.readYaml(file) }
    return (pass.records.cues, pass.diagnostics)
  }

  /// Whether a line begins with the key `cues`.
  private static func hasCues(_ bytes: [UInt8]) -> Bool {
    let key = Array("cues:".utf8)
    return bytes.starts(with: key)
      || bytes.indices.contains { bytes[$0] == 0x0A && bytes[($0 + 1)...].starts(with: key) }
  }
}
