import Foundation

/// The files of this checkout, read as text.
enum Repository {
  struct File: Sendable, CustomStringConvertible {
    /// From the root, such as `Sources/GraphModel/Value.swift`.
    var path: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var description: String { path }

    /// The room, for a file of `Sources` or `Tests`.
    var folder: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }

  static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file of the root; empty where it does not exist.
  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  /// Whether a file or folder of the root exists.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).standardizedFileURL.path)
  }

  static let sources = files("Sources", suffix: ".swift")
  static let tests = files("Tests", suffix: ".swift")

  /// The files below a folder, sorted by path; build products and git's own are left out.
  static func files(_ folder: String, suffix: String = "") -> [File] {
    let start = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey]) else {
      return []
    }
    var found: [File] = []
    for case let url as URL in walk {
      if [".build", ".git", "demo"].contains(url.lastPathComponent) || url.lastPathComponent.hasPrefix(".build-") {
        walk.skipDescendants()
        continue
      }
      guard url.lastPathComponent.hasSuffix(suffix),
        (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true,
        let text = try? String(contentsOf: url, encoding: .utf8)
      else { continue }
      let path = url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count)
      found.append(File(path: String(path.drop { $0 == "/" }), text: text))
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Places where a pattern is found, as `path:line: text`.
  static func places(of pattern: some RegexComponent, in files: [File]) -> [String] {
    var found: [String] = []
    for file in files {
      for (number, line) in file.lines.enumerated() where line.contains(pattern) {
        found.append("\(file.path):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
    return found
  }
}
