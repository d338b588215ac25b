/// Some lines of a file, one behind the other, and where they stand in it.
public struct NumberedLines: Sendable {
  /// Without their ends.
  public var lines: [[UInt8]]
  /// The number of the first of them, counted from 1.
  public var first: Int
  /// What diagnostics call the file.
  public var source: String

  public init(_ lines: [[UInt8]], first: Int, source: String) {
    self.lines = lines
    self.first = first
    self.source = source
  }

  /// The lines behind the first ones.
  public func dropFirst(_ count: Int) -> NumberedLines {
    NumberedLines(Array(lines.dropFirst(count)), first: first + count, source: source)
  }

  /// The place of a line by its place among these, as `file:line`.
  func place(_ at: Int) -> String { "\(source):\(first + at)" }
}
