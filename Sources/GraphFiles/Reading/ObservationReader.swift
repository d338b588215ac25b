import Diagnostics
import GraphModel

/// Reads dated numbers.
enum ObservationReader {
  static func read(_ node: TextNode, _ reading: inout FileReading, into records: inout GraphRecords) {
    for item in reading.items(node, "observations") {
      let entries = reading.entries(item, "an observation")
      guard let first = entries.first else { continue }
      var fields = FieldReader(entries, of: "an observation", owner: first.key.span)
      let id = fields.text("id", &reading).map { reading.identifier($0) }
      let subject = fields.requiredText("subject", &reading)
      let property = fields.requiredText("property", &reading)
      let value = fields.requiredText("value", &reading)
      let unit = fields.text("unit", &reading)
      let date = fields.date("date", &reading)
      let source = fields.requiredText("source", &reading)
      let confidence: Confidence? = fields.text("confidence", &reading).flatMap { reading.word($0, "confidence") }
      let note = fields.text("note", &reading)
      fields.reportRest(&reading)
      guard let subject, let property, let value, let source else { continue }
      records.observations.append(
        ObservationRecord(
          file: reading.file, id: id, subject: subject, property: property, value: PlainNumber.value(value.value),
          unit: unit?.value, date: date?.value, source: source, confidence: confidence, note: note?.value))
    }
  }
}
