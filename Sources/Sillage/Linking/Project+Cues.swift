import EntityLinking
import GraphFiles

/// The knowledge of words that articles are linked by.
public struct LinkingCues: Sendable {
  let table: CueTable

  /// The table that comes with the program.
  public static var builtIn: LinkingCues { LinkingCues(table: BuiltInCues.table) }

  /// The table of the nearest project above a folder; the built-in one where there is no project, or it has no cues.
  /// Fails with all faults of the table.
  public static func nearest(above folder: String) throws(SillageError) -> LinkingCues {
    guard let project = try Project.nearest(above: folder) else { return .builtIn }
    return try project.cues()
  }
}

extension Project {
  /// The table of cues in the text of this project; the built-in one where it has none.
  func cues() throws(SillageError) -> LinkingCues {
    let files = try files()
    let (records, faults) = CueFiles.read(files)
    guard !records.isEmpty || !faults.isEmpty else { return .builtIn }
    let reading = CueReading(records)
    let diagnostics = faults + reading.diagnostics
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw .faults(diagnostics, sources: files.map(\.source))
    }
    return LinkingCues(table: reading.table)
  }
}
