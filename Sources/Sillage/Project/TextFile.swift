import Foundation

/// Reading and replacing whole files.
enum TextFile {
  static func read(_ path: String, hint: String? = nil) throws(SillageError) -> [UInt8] {
    guard isFile(path) else {
      throw .missingFile(path: path, hint: hint)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .missingFile(path: path, hint: "the file is there but cannot be read")
    }
    return [UInt8](data)
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a file, rather than a folder.
  static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  /// The names in a folder that end in a suffix, sorted by their bytes; none where there is no such folder.
  static func names(in folder: String, endingIn suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes a file in one step: whoever reads it sees the old bytes or the new ones.
  static func write(_ bytes: [UInt8], to path: String) throws(SillageError) {
    do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
  }

  /// The plain files below a folder, hidden ones left out, as paths that begin with it, sorted by their bytes. Folders are
  /// followed, links are not.
  static func all(below folder: String) throws(SillageError) -> [String] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let names = FileManager.default.enumerator(atPath: folder)
    else { throw .missingFile(path: folder, hint: "a folder is wanted") }
    var paths: [String] = []
    while let name = names.nextObject() as? String {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      if !isHidden, names.fileAttributes?[.type] as? FileAttributeType == .typeRegular { paths.append(folder + "/" + name) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(SillageError) {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Removes a file that must go.
  static func delete(_ path: String) throws(SillageError) {
    do { try FileManager.default.removeItem(atPath: path) } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
  }

  /// Puts one file in the place of another in a single step.
  static func replace(_ path: String, with other: String) throws(SillageError) {
    guard unsafe rename(other, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw .cannotWrite(path: path, reason: reason)
    }
  }
}
