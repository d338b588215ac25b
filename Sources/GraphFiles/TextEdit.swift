public import Diagnostics

/// A part of a file that other text shall stand in the place of.
public struct TextEdit: Hashable, Sendable {
  public var span: SourceSpan
  public var text: String

  public init(_ span: SourceSpan, _ text: String) {
    self.span = span
    self.text = text
  }
}

/// One file before and after some edits.
public struct FileChange: Sendable {
  /// As ``GraphFile/path``.
  public let path: String
  public let before: [UInt8]
  /// In the order of their places. None overlaps another.
  public let edits: [TextEdit]
  /// Whether the file is not there afterwards.
  public let isRemoval: Bool

  /// Edits of one place keep the order in which they are given.
  public init(path: String, before: [UInt8], edits: [TextEdit]) {
    self.path = path
    self.before = before
    self.edits = edits.enumerated().sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
    isRemoval = false
  }

  /// A file that goes.
  public init(removing path: String, before: [UInt8]) {
    self.path = path
    self.before = before
    edits = [TextEdit(SourceSpan(start: 0, end: before.count), "")]
    isRemoval = true
  }

  public var after: [UInt8] {
    var bytes: [UInt8] = []
    var position = 0
    for edit in edits {
      bytes += before[position..<max(position, edit.span.start)]
      bytes += edit.text.utf8
      position = max(position, edit.span.end)
    }
    return bytes + before[position...]
  }

  /// What changes, as a unified diff without lines of context; empty where nothing does.
  public var diff: String {
    guard !edits.isEmpty else { return "" }
    let old = before.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    let new = after.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    var text = "--- a/\(path)\n+++ \(isRemoval ? "/dev/null" : "b/\(path)")\n"
    var shift = 0
    for hunk in hunks() {
      let removed = old[hunk.lines.clamped(to: 0..<old.count)]
      let first = hunk.lines.lowerBound + shift
      let added = new[(first..<(first + hunk.lines.count + hunk.growth)).clamped(to: 0..<new.count)]
      shift += hunk.growth
      let same = zip(removed, added).prefix { $0 == $1 }.count
      let end = zip(removed.dropFirst(same).reversed(), added.dropFirst(same).reversed()).prefix { $0 == $1 }.count
      let (minus, plus) = (removed.dropFirst(same).dropLast(end), added.dropFirst(same).dropLast(end))
      guard !minus.isEmpty || !plus.isEmpty else { continue }
      text += "@@ -\(Self.range(minus)) +\(Self.range(plus)) @@\n"
      for line in minus { text += "-\(line)\n" }
      for line in plus { text += "+\(line)\n" }
    }
    return text
  }

  /// `12` for one line, else the first line and how many; for none the line before.
  private static func range(_ lines: ArraySlice<String>) -> String {
    switch lines.count {
    case 0: "\(lines.startIndex),0"
    case 1: "\(lines.startIndex + 1)"
    default: "\(lines.startIndex + 1),\(lines.count)"
    }
  }

  /// The old lines that are touched, counted from 0, and how many more lines stand there afterwards.
  private func hunks() -> [(lines: Range<Int>, growth: Int)] {
    let source = SourceText(name: path, bytes: before)
    var found: [(lines: Range<Int>, growth: Int)] = []
    for edit in edits {
      let first = source.place(of: edit.span.start).line - 1
      let last = source.place(of: edit.span.end).line
      let lost = before[edit.span.start..<edit.span.end].count { $0 == 0x0A }
      let growth = edit.text.utf8.count { $0 == 0x0A } - lost
      if let previous = found.last, previous.lines.upperBound > first {
        let end = max(previous.lines.upperBound, last)
        found[found.count - 1] = (previous.lines.lowerBound..<end, previous.growth + growth)
      } else {
        found.append((first..<last, growth))
      }
    }
    return found
  }
}
