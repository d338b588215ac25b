import Diagnostics

extension DiagnosticCode {
  /// An article is no UTF-8.
  static let articleEncoding = DiagnosticCode("E601")
  /// An article contains a NUL, so it is no text.
  static let articleIsBinary = DiagnosticCode("E602")
}

/// The check that comes before anything else is done with an article.
enum TextEncoding {
  /// The offset after a byte-order mark.
  static func start(of raw: [UInt8]) -> Int { raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Refuses what is not UTF-8 text, with the byte at fault.
  static func check(_ raw: [UInt8], name: String) throws(Diagnostic) {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      throw Diagnostic(
        .articleEncoding, "the text is UTF-16, not UTF-8", source: name, span: SourceSpan(start: 0, end: 2),
        hint: "convert it with: iconv -f UTF-16 -t UTF-8")
    }
    if let fault = firstFault(raw) {
      throw Diagnostic(
        .articleEncoding, "the text is not UTF-8: byte \(fault.lowerBound) starts no character", source: name,
        span: SourceSpan(start: fault.lowerBound, end: fault.upperBound),
        hint: "if it is an older Western text, convert it with: iconv -f WINDOWS-1252 -t UTF-8")
    }
    if let nul = raw.firstIndex(of: 0) {
      throw Diagnostic(
        .articleIsBinary, "the file is no text: byte \(nul) is NUL", source: name,
        span: SourceSpan(start: nul, end: nul + 1))
    }
  }

  private static func firstFault(_ raw: [UInt8]) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: raw.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }
}
