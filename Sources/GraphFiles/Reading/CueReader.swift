import Diagnostics

/// Reads the table of cues that linking goes by.
enum CueReader {
  /// How large a weight may be; a form is a mention from 50 on.
  private static let weights = -200...200

  static func read(_ node: TextNode, _ reading: inout FileReading, into records: inout CueRecords) {
    var fields = FieldReader(reading.entries(node, "cues"), of: "the table of cues", owner: node.span)
    if let base = fields.text("extends", &reading) {
      if base.value == "built-in" {
        records.extendsBuiltIn = true
      } else {
        reading.report(
          .graphUnknownWord, "cues extend `built-in` or nothing, not `\(base.value)`", at: base.span)
      }
    }
    let (weights, words, forms) = (fields.node("weights"), fields.node("words"), fields.node("forms"))
    if let weights { readWeights(weights, &reading, into: &records) }
    if let words { readClasses(words, &reading, into: &records) }
    if let forms {
      for item in reading.items(forms, "forms") {
        records.forms += entries(item, &reading)
      }
    }
    if let predicates = fields.node("predicates") {
      for entry in reading.entries(predicates, "predicates") { readPredicate(entry, &reading, into: &records) }
    }
    fields.reportRest(&reading)
  }

  private static func readPredicate(
    _ entry: TextNode.Entry, _ reading: inout FileReading, into records: inout CueRecords
  ) {
    var fields = FieldReader(
      reading.entries(entry.value, entry.key.value), of: "the cues of a predicate", owner: entry.key.span)
    records.predicates.append(
      CueRecords.Predicate(
        file: reading.file, predicate: entry.key, words: fields.words("words", &reading),
        passive: fields.words("passive", &reading), planned: fields.words("planned", &reading)))
    fields.reportRest(&reading)
  }

  private static func readWeights(_ node: TextNode, _ reading: inout FileReading, into records: inout CueRecords) {
    for entry in reading.entries(node, "weights") {
      guard let value = weight(entry.value, entry.key.value, &reading) else { continue }
      records.weights.append(CueRecords.Weight(file: reading.file, cue: entry.key, value: value))
    }
  }

  private static func readClasses(_ node: TextNode, _ reading: inout FileReading, into records: inout CueRecords) {
    for entry in reading.entries(node, "words") {
      let words = reading.words(entry.value, entry.key.value)
      records.classes.append(CueRecords.Words(file: reading.file, name: entry.key, words: words))
    }
  }

  /// An entry of `forms`, once for each of the forms that it names.
  private static func entries(_ node: TextNode, _ reading: inout FileReading) -> [CueRecords.Form] {
    var fields = FieldReader(reading.entries(node, "forms"), of: "an entry of `forms`", owner: node.span)
    let names = fields.requiredTexts("form", &reading)
    var form = CueRecords.Form(
      file: reading.file, form: names.first ?? Spanned("", node.span), before: fields.words("before", &reading),
      after: fields.words("after", &reading), near: fields.words("near", &reading))
    if let given = fields.node("weight") { form.weight = weight(given, "weight", &reading) }
    if let given = fields.text("language", &reading) { form.language = reading.word(given, "language") }
    fields.reportRest(&reading)
    if !names.isEmpty, form.before.isEmpty, form.after.isEmpty, form.near.isEmpty {
      reading.report(.graphMissingKey, "an entry of `forms` needs words in `before`, `after` or `near`", at: form.form.span)
    }
    return names.map { name in
      form.form = name
      return form
    }
  }

  private static func weight(_ node: TextNode, _ name: String, _ reading: inout FileReading) -> Int? {
    guard let text = reading.text(node, name) else { return nil }
    guard let value = Int(text.value), weights.contains(value) else {
      reading.report(
        .graphWrongValue, "`\(name)` is a whole number from \(weights.lowerBound) to \(weights.upperBound), not `\(text.value)`",
        at: text.span)
      return nil
    }
    return value
  }
}
