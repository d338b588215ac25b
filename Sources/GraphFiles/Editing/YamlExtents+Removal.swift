import Diagnostics

extension YamlExtents {
  /// Takes the items away that `removed` counts, of a list or map whose items begin and end at these offsets: in brackets or
  /// braces with the comma beside them, else in whole lines.
  func removals(_ removed: Set<Int>, starts: [Int], ends: [Int], isFlow: Bool) -> [TextEdit] {
    starts.indices.indices(where: { removed.contains($0) }).ranges.map { run in
      let (first, last) = (starts[run.lowerBound], ends[run.upperBound - 1])
      let span: SourceSpan
      if !isFlow {
        span = SourceSpan(start: lineStart(first), end: min(lineEnd(last) + 1, range.upperBound))
      } else if run.upperBound < starts.count {
        span = SourceSpan(start: first, end: starts[run.upperBound])
      } else {
        span = SourceSpan(start: run.lowerBound > 0 ? ends[run.lowerBound - 1] : first, end: last)
      }
      return TextEdit(span, "")
    }
  }
}
