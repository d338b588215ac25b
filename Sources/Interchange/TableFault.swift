public import Diagnostics

/// Why tables give no graph.
public enum TableFailure: Error, Sendable {
  /// A file is not there or cannot be opened.
  case missing(path: String)
  /// What is wrong, and the line of the file where it is.
  case fault(Diagnostic, SourceText?)
}

/// What is wrong with a table, before it is known in which line.
struct TableFault: Error {
  var code: DiagnosticCode
  var message: String
  /// Bytes of the file, inflated.
  var span: SourceSpan
  var label: String?
  /// A second place that matters, in words.
  var note: String?
  var hint: String?

  init(_ code: DiagnosticCode, _ message: String, _ span: SourceSpan, label: String? = nil, hint: String? = nil) {
    self.code = code
    self.message = message
    self.span = span
    self.label = label
    self.hint = hint
  }

  /// The same, of a text that starts so many bytes later.
  func moved(by offset: Int) -> TableFault {
    var moved = self
    moved.span = SourceSpan(start: span.start + offset, end: span.end + offset)
    return moved
  }

  /// The diagnostic, with the line that it points into: the file is read again up to there.
  func failure(in path: String) -> TableFailure {
    let notes = note.map { [Diagnostic.Note($0, source: "", span: .beginning)] } ?? []
    let diagnostic = Diagnostic(code, message, source: path, span: span, label: label, notes: notes, hint: hint)
    return .fault(diagnostic, Self.line(of: span.start, in: path))
  }

  /// A byte of a file as `file:line:column`: the file is read again up to there.
  static func place(of offset: Int, in path: String) -> String {
    guard let place = line(of: offset, in: path)?.place(of: offset) else { return path }
    return "\(path):\(place.line):\(place.column)"
  }

  private static func line(of offset: Int, in path: String) -> SourceText? {
    guard let file = InputFile(path) else { return nil }
    var (bytes, start, number): ([UInt8], Int, Int) = ([], 0, 1)
    while true {
      let known = bytes.count
      guard (try? file.read(1 << 16, into: &bytes)) != nil else { break }
      let isLast = bytes.count == known
      while start < offset, let end = bytes.firstIndex(of: FieldScanner.lineFeed), start + end < offset {
        bytes.removeFirst(end + 1)
        start += end + 1
        number += 1
      }
      if isLast { break }
      if let end = bytes.firstIndex(of: FieldScanner.lineFeed), start + end >= offset {
        bytes.removeLast(bytes.count - end)
        break
      }
    }
    return SourceText(name: path, bytes: bytes, offset: start, line: number)
  }
}
