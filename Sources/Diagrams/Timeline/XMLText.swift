/// Writes text that comes from data into XML so that it stays text.
enum XMLText {
  /// One line, without what XML cannot hold, with `&`, `<`, `>` and quotes as entities.
  static func escaped(_ text: String) -> String { MarkupText.escaped(DOTText.oneLine(text)) }

  /// Cut to so many columns, with "…" at its end, and escaped.
  static func escaped(_ text: String, columns: Int) -> String {
    let line = DOTText.oneLine(text)
    guard line.displayWidth > columns else { return escaped(line) }
    var cut = line
    while cut.displayWidth > max(1, columns - 1), !cut.isEmpty { cut.removeLast() }
    return escaped(cut + "…")
  }
}
