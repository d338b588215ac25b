import ChildProcesses
import Diagnostics

extension DiagnosticCode {
  /// The text of a PDF could not be had.
  static let unreadablePDF = DiagnosticCode("E603")
}

/// The text of a PDF, taken out by poppler's `pdftotext`, and what its own table of information says.
///
/// Offsets of mentions are offsets in that text: a PDF has letters at places on pages, and no text of its own.
struct PDFText {
  var text: [UInt8]
  var metadata: ArticleMetadata

  static func isPDF(_ raw: [UInt8]) -> Bool { raw.starts(with: "%PDF-".utf8) }

  /// - Parameter limit: how many seconds each of the two programs may take.
  init(_ raw: [UInt8], name: String, limit: Int = 60) throws(Diagnostic) {
    text = try Self.run("pdftotext", ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"], raw, name, limit)
    let facts = try Self.run("pdfinfo", ["-enc", "UTF-8", "-isodates", "-"], raw, name, limit)
    metadata = Self.metadata(String(decoding: facts, as: UTF8.self))
  }

  private static func run(
    _ program: String, _ arguments: [String], _ raw: [UInt8], _ name: String, _ limit: Int
  ) throws(Diagnostic) -> [UInt8] {
    guard let path = Subprocess.locate(program) else {
      throw fault("`\(program)` is needed to read a PDF, and was not found", name, hint: "install it with: apt-get install poppler-utils")
    }
    do throws(SubprocessError) {
      let result = try Subprocess(path: path, arguments: arguments, timeLimit: .seconds(limit), outputLimit: 256 << 20).run(input: raw)
      if result.ending == .exited(0) { return result.output }
      let lines = String(decoding: result.errorOutput, as: UTF8.self).split(whereSeparator: \.isNewline)
      throw SubprocessError.couldNotStart(reason: lines.first.map(String.init) ?? "it failed without a word")
    } catch {
      switch error {
      case .couldNotStart(let reason): throw fault("`\(program)` cannot read the PDF: \(reason)", name)
      case .timedOut: throw fault("`\(program)` was not done after \(limit) s", name)
      case .tooMuchOutput: throw fault("the PDF has more than 256 MB of text", name)
      }
    }
  }

  private static func fault(_ message: String, _ name: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.unreadablePDF, message, source: name, span: .beginning, hint: hint)
  }

  /// Reads the lines `Title: ...` and `CreationDate: ...` that `pdfinfo` writes.
  private static func metadata(_ facts: String) -> ArticleMetadata {
    var values: [String: String] = [:]
    for line in facts.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      values[String(line[..<colon])] = String(line[line.index(after: colon)...])
    }
    return ArticleMetadata(
      title: ArticleMetadata.first([values["Title"]]),
      date: ArticleMetadata.day(ArticleMetadata.first([values["CreationDate"], values["ModDate"]])))
  }
}
