import Foundation

/// The files that the arguments of a command stand for: files as they are, folders with the articles in them, patterns.
public enum ArticleFiles {
  /// What the names of articles in a folder end in.
  private static let endings: Set<String> = ["txt", "md", "markdown", "html", "htm", "xhtml", "pdf"]

  /// Puts files in the place of folders and patterns, sorted within each. `-` and addresses stay. In a pattern `*` and `?` stand
  /// for characters of a name, `**` for any folders; it takes whatever it fits. Fails where nothing is found.
  public static func expand(_ arguments: [String]) throws(SillageError) -> [String] {
    var files: [String] = []
    for argument in arguments {
      if argument == "-" || ArticleInput.isAddress(argument) {
        files.append(argument)
        continue
      }
      let kind = kind(of: argument)
      if let kind, kind != .typeDirectory {
        files.append(argument)
        continue
      }
      let found =
        kind != nil
        ? walk(argument) { endings.contains(($0 as NSString).pathExtension.lowercased()) }
        : argument.contains { "*?".contains($0) } ? matches(argument) : [argument]
      if found.isEmpty {
        throw .missingFile(
          path: argument,
          hint: kind != nil ? "the folder has no file that ends in \(endings.sorted().joined(separator: ", "))" : "no file fits the pattern")
      }
      files += found
    }
    return files
  }

  /// What stands at a path, behind links; nil where nothing does.
  private static func kind(of path: String) -> FileAttributeType? {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
  }

  /// The files below a folder whose path in it is wanted, sorted; hidden ones are passed over.
  private static func walk(_ folder: String, _ isWanted: (String) -> Bool) -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    for case let path as String in paths {
      if path.split(separator: "/").last?.hasPrefix(".") == true {
        paths.skipDescendants()
        continue
      }
      guard isWanted(path) else { continue }
      let full = folder == "." ? path : (folder.hasSuffix("/") ? folder : folder + "/") + path
      if kind(of: full) == .typeRegular { files.append(full) }
    }
    return files.sorted()
  }

  private static func matches(_ pattern: String) -> [String] {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let plain = parts.prefix { !$0.contains { "*?".contains($0) } }
    let folder = plain.joined(separator: "/")
    let root = plain.isEmpty ? "." : folder.isEmpty ? "/" : folder
    let wanted = Array(parts.dropFirst(plain.count))
    return walk(root) { fits($0.split(separator: "/").map(String.init)[...], wanted[...]) }
  }

  private static func fits(_ path: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      return (0...path.count).contains { fits(path.dropFirst($0), pattern.dropFirst()) }
    }
    guard let name = path.first, fitsName(Array(name.utf8)[...], Array(first.utf8)[...]) else { return false }
    return fits(path.dropFirst(), pattern.dropFirst())
  }

  /// Goes back to the last `*` where the rest does not fit. Cost: at most the product of the two lengths.
  private static func fitsName(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var (at, want) = (name.startIndex, pattern.startIndex)
    var star: (at: Int, want: Int)?
    while at < name.endIndex {
      if want < pattern.endIndex, pattern[want] == UInt8(ascii: "*") {
        star = (at, want)
        want += 1
      } else if want < pattern.endIndex, pattern[want] == UInt8(ascii: "?") || pattern[want] == name[at] {
        at += 1
        want += 1
      } else if let last = star {
        star = (last.at + 1, last.want)
        (at, want) = (last.at + 1, last.want + 1)
      } else {
        return false
      }
    }
    return pattern[want...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
