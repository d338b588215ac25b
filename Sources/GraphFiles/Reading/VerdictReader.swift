import Diagnostics
import GraphModel

/// Reads what the researcher has decided about contradictions.
enum VerdictReader {
  static func read(_ node: TextNode, _ reading: inout FileReading, into records: inout GraphRecords) {
    for item in reading.items(node, "verdicts") {
      let entries = reading.entries(item, "a verdict")
      guard let first = entries.first else { continue }
      var fields = FieldReader(Array(entries.dropFirst()), of: "a verdict", owner: first.key.span)
      let about = reading.words(of: first.key)
      let sides = reading.texts(first.value, first.key.value)
      let decision: VerdictRecord.Decision? = fields.requiredText("verdict", &reading).flatMap { reading.word($0, "verdict") }
      let reason = fields.requiredText("reason", &reading)
      let date = fields.date("date", &reading)?.value
      let by = fields.text("by", &reading)?.value
      fields.reportRest(&reading)
      guard about.count == 2 else {
        reading.report(
          .graphWrongShape, "a verdict begins with a subject and a predicate", at: first.key.span,
          hint: "such as `motor-7dl power: [250, 230]`")
        continue
      }
      if sides.count < 2 {
        reading.report(
          .graphWrongShape, "a verdict is about at least two statements", at: first.value.span,
          hint: "such as `motor-7dl power: [250, 230]`")
      }
      guard let decision, let reason else { continue }
      records.verdicts.append(
        VerdictRecord(
          file: reading.file, subject: about[0], predicate: about[1], sides: sides, decision: decision,
          reason: reason.value, date: date, by: by))
    }
  }
}
