import Sillage

/// What a person reads of many diagnostics: the first of each kind, and how many more there are. One mistake, such as a list that is
/// missing, may cause thousands of one kind that would hide the others.
struct FewOfEach {
  /// How many of one kind are shown.
  static let limit = 25

  private(set) var shown: [Diagnostic] = []
  /// A line for each kind of which some are left out; programs get all of them.
  private(set) var rest = ""

  init(_ diagnostics: [Diagnostic]) {
    var counts: [DiagnosticCode: Int] = [:]
    var cut: [DiagnosticCode] = []
    for diagnostic in diagnostics {
      let count = counts[diagnostic.code, default: 0] + 1
      counts[diagnostic.code] = count
      if count <= Self.limit { shown.append(diagnostic) }
      if count == Self.limit + 1 { cut.append(diagnostic.code) }
    }
    for code in cut {
      rest += "\((counts[code] ?? 0) - Self.limit) more of \(code) are not shown; as JSON they are (--error-format json)\n"
    }
  }
}
