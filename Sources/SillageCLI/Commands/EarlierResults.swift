import Sillage

/// The results that a file already has, read from its beginning. A last line that was cut off is none of them.
struct EarlierResults {
  private var reader: LineReader
  private let path: String
  private var first = 1
  /// How many bytes of the file its whole results take that were read so far.
  private(set) var bytes = 0

  /// Opens a file; nil where there is none.
  init?(_ path: String) throws(SillageError) {
    switch System.openForReading(path) {
    case .success(let descriptor): reader = LineReader(descriptor, name: path)
    case .failure(let failure) where failure.missing: return nil
    case .failure(let failure): throw .missingFile(path: path, hint: "it cannot be read: \(failure.reason)")
    }
    self.path = path
  }

  /// The next results, at most so many; fewer at their end. Fails where the last line is more than a result that was cut off.
  mutating func next(_ most: Int) throws(SillageError) -> NumberedLines {
    var found = NumberedLines([], first: first, source: path)
    while found.lines.count < most, let line = try reader.next() {
      guard reader.sawEnd else {
        if ArticleStream.canBeginResult(line) { break }
        throw .faults([ArticleStream.noResult("\(path):\(first)", "it does not begin as one")], sources: [])
      }
      found.lines.append(line)
      first += 1
      bytes += line.count + 1
    }
    return found
  }

  func close() { System.closeFile(reader.descriptor) }
}
