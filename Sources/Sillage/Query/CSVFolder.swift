import CypherEngine
import Foundation

/// The one folder whose files LOAD CSV may read.
///
/// An address is a path below the folder, or `file:///` and such a path. Symbolic links are followed first, so that what
/// is read is in the folder itself.
struct CSVFolder {
  private let path: String
  private static let pieceSize = 1 << 16

  init(_ path: String) { self.path = path }

  var files: FileSource {
    FileSource { address throws(FileFailure) -> FileSource.Pieces in
      let file = try resolve(address)
      guard let handle = FileHandle(forReadingAtPath: file) else { throw FileFailure("cannot read \(address)") }
      return { () throws(FileFailure) -> [UInt8]? in
        let piece: Data?
        do { piece = try handle.read(upToCount: Self.pieceSize) } catch {
          throw FileFailure("reading \(address) failed: \(error.localizedDescription)")
        }
        guard let piece, !piece.isEmpty else { return nil }
        return [UInt8](piece)
      }
    }
  }

  private func resolve(_ address: String) throws(FileFailure) -> String {
    let name = try name(in: address)
    guard !name.isEmpty, !name.utf8.contains(0) else { throw FileFailure("`\(address)` names no file") }
    if name.split(separator: "/").contains("..") {
      throw FileFailure("the name of a file to load cannot go up with `..`: \(address)")
    }
    let folder = Self.resolved(path)
    let file = Self.resolved(name.hasPrefix("/") ? name : folder + "/" + name)
    guard file.hasPrefix(folder == "/" ? "/" : folder + "/") else {
      throw FileFailure(
        "`\(address)` is outside the folder whose files may be loaded", hint: "that folder is \(path)")
    }
    let kind = (try? FileManager.default.attributesOfItem(atPath: file))?[.type] as? FileAttributeType
    guard let kind else { throw FileFailure("there is no file `\(address)` in \(path)") }
    guard kind == .typeRegular else { throw FileFailure("`\(address)` is no plain file") }
    return file
  }

  /// The path in an address; that of a `file:` address starts at the folder.
  private func name(in address: String) throws(FileFailure) -> String {
    guard address.lowercased().hasPrefix("file:") else {
      guard !address.contains("://") else { throw FileFailure("only files can be loaded, not \(address)") }
      return address
    }
    var rest = address.dropFirst("file:".count)
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      guard rest.hasPrefix("/") else { throw FileFailure("only files of this machine can be loaded, not \(address)") }
    }
    guard let name = String(rest).removingPercentEncoding else { throw FileFailure("`\(address)` is no address") }
    return String(name.drop { $0 == "/" })
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}
