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

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Puts one file in the place of another in a single step.
  static func replace(_ path: String, with other: String) throws(SillageError) {
    guard unsafe rename(other, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw .cannotWrite(path: path, reason: reason)
    }
  }
}
