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
      let attributes = try? FileManager.default.attributesOfItem(atPath: project + "/" + path)
      if attributes?[.type] as? FileAttributeType == .typeDirectory {
        if depth < deepestFolder { try list(path, project, depth: depth + 1, into: &paths) }
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".md") {
        paths.append(path)
      }
    }
  }
}
