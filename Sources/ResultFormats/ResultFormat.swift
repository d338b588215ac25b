// ResultFormats turns the rows of an answer into text: one file a format, all behind one enum. It also holds the JSON
// reader and writer of the project, and the typed JSON that `sillage session` speaks. It does no input or output: every
// writer appends bytes to a buffer that the caller sends where it likes.

/// A way to write the rows of an answer.
public enum ResultFormat: String, CaseIterable, Hashable, Sendable {
  /// Boxes and columns, for a person at a terminal.
  case table
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
  /// RFC 4180 with LF line ends.
  case csv
  /// A header and one line a row, cells parted by tabs.
  case tsv
  /// A table of GitHub-flavoured Markdown.
  case markdown
  /// The values alone, without a header.
  case plain

  /// A writer for one answer.
  public func writer(_ options: ResultOptions = ResultOptions()) -> any ResultWriter {
    switch self {
    case .table: TableFormat(options)
    case .json: JSONFormat()
    case .jsonl: JSONLinesFormat()
    case .csv: CSVFormat(terminal: options.terminal)
    case .tsv: TSVFormat(terminal: options.terminal)
    case .markdown: MarkdownFormat(terminal: options.terminal)
    case .plain: PlainFormat(terminal: options.terminal)
    }
  }
}

/// What a writer must know of the place where its text is going to be read.
public struct ResultOptions: Hashable, Sendable {
  /// Whether the text goes to a terminal: control characters in data are then shown escaped in every format.
  public var terminal: Bool
  /// The columns of the terminal; a table is cut to them. Nil: nothing is cut.
  public var width: Int?
  /// Whether a table may use box-drawing characters and `…`; else ASCII.
  public var unicode: Bool
  /// How many rows a table shows; the rest is counted. Nil: all.
  public var rowLimit: Int?

  public init(terminal: Bool = false, width: Int? = nil, unicode: Bool = true, rowLimit: Int? = nil) {
    self.terminal = terminal
    self.width = width
    self.unicode = unicode
    self.rowLimit = rowLimit
  }
}

/// Writes one answer: the header once, then rows as they come, then the end once.
public protocol ResultWriter {
  mutating func header(_ columns: [String], into out: inout [UInt8])
  /// A row has as many values as the header has columns.
  mutating func rows(_ rows: [[ResultValue]], into out: inout [UInt8])
  mutating func end(into out: inout [UInt8])
  /// One line about what the format could not express, known after the end; nil where it expressed everything.
  var warning: String? { get }
}

extension ResultWriter {
  public var warning: String? { nil }

  /// A whole answer at once, for callers that hold all rows.
  public mutating func write(columns: [String], rows: [[ResultValue]]) -> [UInt8] {
    var out: [UInt8] = []
    header(columns, into: &out)
    self.rows(rows, into: &out)
    end(into: &out)
    return out
  }
}
