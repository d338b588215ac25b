import CCues
import EntityLinking
import GraphFiles

/// The table of cues that comes with the program: the `graph-data/cues.yaml` of the project that it was built from.
enum BuiltInCues {
  static let records = LinkingFiles.read([GraphFile(path: "cues.yaml", bytes: bytes)]).cues
  static let table = CueReading(records).table
  /// What was learnt of what stands around names, see `scripts/learn`.
  static let collocations = Collocations(text: collocationText)

  /// The text of the file.
  static var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: sillage_cues(), count: Int(sillage_cues_size())))
  }

  /// The text of that.
  static var collocationText: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: sillage_collocations(), count: Int(sillage_collocations_size())))
  }
}
