import EntityLinking
import GraphFiles

/// Makes a table of cues of what files say, and tells what in them linking does not know.
struct CueReading {
  private(set) var table = CueTable(words: [:], formCues: [], weights: CueWeights())
  private(set) var diagnostics: [Diagnostic] = []
  private var counter = WordCounter()

  init(_ records: CueRecords) {
    var weighed: [Cue] = []
    for weight in records.weights {
      guard let cue = Cue(named: weight.cue.value) else {
        reportUnknown(weight.cue, "cue", Cue.allCases.map(\.name), file: weight.file)
        continue
      }
      weighed.append(cue)
      table.weights[cue] = weight.value
    }
    for words in records.classes {
      guard let wordClass = WordClass(named: words.name.value) else {
        reportUnknown(words.name, "class of words", WordClass.allCases.map(\.name), file: words.file)
        continue
      }
      check(words.words, words: 1...2, file: words.file)
      table.words[wordClass, default: []] += words.words.map(\.value)
    }
    for form in records.forms {
      check([form.form], words: 1...2, file: form.file)
      check(form.before + form.after + form.near, words: 1...2, file: form.file)
      table.formCues.append(Self.formCue(form))
    }
    for predicate in records.predicates {
      check(predicate.words + predicate.passive + predicate.planned, words: 1...4, file: predicate.file)
    }
    table.collocations = BuiltInCues.collocations
    if records.extendsBuiltIn { table = BuiltInCues.table.adding(table, weights: weighed) }
  }

  /// The cues that the program knows.
  static var cueNames: [String] { Cue.allCases.map(\.name) }

  private static func formCue(_ form: CueRecords.Form) -> CueTable.FormCue {
    let language: ArticleLanguage? =
      switch form.language {
      case .fr: .french
      case .en: .english
      case nil: nil
      }
    return CueTable.FormCue(
      form.form.value, before: form.before.map(\.value), after: form.after.map(\.value), near: form.near.map(\.value),
      weight: form.weight ?? CueTable.FormCue.usualWeight, language: language)
  }

  private mutating func reportUnknown(_ name: Spanned<String>, _ kind: String, _ known: [String], file: String) {
    diagnostics.append(
      Diagnostic(
        .unknownCue, "no \(kind) `\(name.value)`", source: file, span: name.span,
        label: NearName.question(for: name.value, among: known), hint: "docs/linking.md lists them"))
  }

  /// Words are compared folded, one or two at a time: longer entries could never be met.
  private mutating func check(_ texts: [Spanned<String>], words: ClosedRange<Int>, file: String) {
    for text in texts where !words.contains(counter.count(text.value)) {
      diagnostics.append(
        Diagnostic(
          .malformedCueWord, "`\(text.value)` is not one to \(words.upperBound) words", source: file, span: text.span,
          hint: "hyphens and apostrophes divide words"))
    }
  }
}

extension DiagnosticCode {
  /// A cue or a class of words that linking does not have.
  static let unknownCue = DiagnosticCode("E611")
  /// An entry of the table of cues that no words of a text can match.
  static let malformedCueWord = DiagnosticCode("E612")
}
