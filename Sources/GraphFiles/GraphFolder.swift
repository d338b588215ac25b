import Foundation

/// Lists and reads the files of a `graph-data` folder.
public enum GraphFolder {
  /// Why a folder could not be read.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line for a person, without a full stop.
    public var description: String
  }

  /// The files below a folder of a project that the format knows, sorted by the bytes of their paths. Hidden files and
  /// folders are passed over, and so are links to folders.
  public static func read(_ folder: String, ofProject project: String) throws(Failure) -> [GraphFile] {
    var paths: [String] = []
    try list(folder, project, depth: 0, into: &paths)
    paths.sort { GraphFile.precedes($0, $1) }
    var files: [GraphFile] = []
    for path in paths {
      guard let data = FileManager.default.contents(atPath: project + "/" + path) else {
        throw Failure(description: "cannot read \(path)")
      }
      files.append(GraphFile(path: path, bytes: [UInt8](data)))
    }
    return files
  }

  private static let deepestFolder = 32

  private static func list(_ folder: String, _ project: String, depth: Int, into paths: inout [String]) throws(Failure) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: project + "/" + folder)
    } catch {
      throw Failure(description: "cannot read the folder \(folder)")
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder + "/" + name
      if [".yaml", ".yml", ".md"].contains(where: name.hasSuffix) {
        paths.append(path)
      } else if depth < deepestFolder, isFolder(project + "/" + path) {
        try list(path, project, depth: depth + 1, into: &paths)
      }
    }
  }

  /// Whether there is a folder, rather than a file or a link. Asked only of names that are no text's, since every command
  /// lists the folder.
  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return false }
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil
  }
}
