public import ResultFormats

extension LinkScore {
  /// All figures, for programs.
  public var json: JSONValue {
    .object([
      JSONMember("strict", strict.json), JSONMember("span", span.json), JSONMember("lenient", lenient.json),
      JSONMember("entity_doc", entities.json), JSONMember("macro_doc_F1", .float(meanF1)),
      JSONMember(
        "type",
        .object(
          types.filter { $0.measure.gold + $0.measure.predicted > 0 }.map { JSONMember($0.name, $0.measure.json) })),
      JSONMember(
        "recall_by_kind",
        .object(
          kinds.map {
            JSONMember(
              $0.name,
              .object([
                JSONMember("R", .float(Double($0.found) / Double(max(1, $0.all)))), JSONMember("n", .integer(Int64($0.all))),
              ]))
          })),
      JSONMember("FN", .object(missed.map { JSONMember($0.kind, .integer(Int64($0.count))) })),
      JSONMember("FP", .object(wrong.map { JSONMember($0.kind, .integer(Int64($0.count))) })),
      JSONMember(
        "traps",
        .object(traps.map { JSONMember($0.kind, .array([.integer(Int64($0.hit)), .integer(Int64($0.all))])) })),
    ])
  }
}

extension LinkScore.Measure {
  var json: JSONValue {
    .object([
      JSONMember("tp", .integer(Int64(right))), JSONMember("pred", .integer(Int64(predicted))),
      JSONMember("gold", .integer(Int64(gold))), JSONMember("P", .float(precision)), JSONMember("R", .float(recall)),
      JSONMember("F1", .float(f1)),
    ])
  }
}
