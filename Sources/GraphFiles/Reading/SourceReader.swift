import Diagnostics

/// Reads bibliographic records.
enum SourceReader {
  static func read(_ node: TextNode, _ reading: inout FileReading, into records: inout GraphRecords) {
    for entry in reading.entries(node, "sources") {
      let id = reading.identifier(entry.key)
      var fields = FieldReader(reading.entries(entry.value, id.value), of: "the source `\(id.value)`", owner: id.span)
      let publisher = fields.requiredText("publisher", &reading)
      let title = fields.requiredText("title", &reading)
      let date = fields.date("date", &reading)
      let url = fields.text("url", &reading)
      if let url, !url.value.hasPrefix("https://"), !url.value.hasPrefix("http://") {
        reading.report(
          .graphWrongValue, "`url` begins with http:// or https://", at: url.span)
      }
      records.sources.append(
        SourceRecord(
          file: reading.file, id: id, publisher: publisher?.value ?? "", title: title?.value ?? "", date: date?.value,
          url: url?.value, note: fields.text("note", &reading)?.value,
          language: fields.text("language", &reading)?.value, origin: fields.text("origin", &reading)))
      fields.reportRest(&reading)
    }
  }
}
