// GraphFiles reads the text of a graph: YAML and Markdown in, records with their places out, every fault at once.
// It knows the format (docs/graph-data.md) and the schema; it knows neither databases nor queries.

public import Diagnostics

/// One file of `graph-data`, already read.
public struct GraphFile: Sendable {
  /// The path that diagnostics show: relative to the project, with `/` between its parts.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The last part of the path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The text that the diagnostics of this file point into.
  public var source: SourceText { SourceText(name: path, bytes: bytes) }
}

extension GraphFile {
  /// The order in which files are read and their diagnostics shown: by the bytes of their paths.
  static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  /// Where the YAML of an article stands; nil for other files.
  public var frontMatter: Range<Int>? { isArticle ? ArticleReader.frontMatter(of: bytes)?.yaml : nil }

  public var isSchema: Bool { name == GraphFileReader.schemaFile }
  var isYaml: Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }
  var isArticle: Bool { name.hasSuffix(".md") && name != "README.md" }
}
