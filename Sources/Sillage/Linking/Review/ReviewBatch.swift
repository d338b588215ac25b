public import ResultFormats

/// Decisions read from lines of JSON, for reviews that are made elsewhere.
public enum ReviewBatch {
  /// Reads `{"path", "start", "end", "decision", …}` a line: `decision` is `accept`, `entity` with `entity`, `none`, `new` with
  /// `entity`, `type` and `name`, or `skip`. Applies each to its place in the review.
  ///
  /// Fails with all lines that cannot be read, name no place of the review, or decide what cannot be; then nothing is noted.
  public static func decide(
    _ bytes: [UInt8], name: String, items: [ReviewItem], _ review: Review
  ) throws(SillageError) -> [(item: ReviewItem, decision: ReviewDecision)] {
    var decided: [(item: ReviewItem, decision: ReviewDecision)] = []
    var faults: [Diagnostic] = []
    var offset = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { offset += line.count + 1 }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(BatchFault) {
        if let decision = try read(Array(line), items, review) { decided.append(decision) }
      } catch {
        faults.append(
          Diagnostic(
            .wrongReview, error.message, source: name, span: SourceSpan(start: offset + error.offset, end: offset + line.count)))
      }
    }
    guard faults.isEmpty else { throw .faults(faults, sources: [SourceText(name: name, bytes: bytes)]) }
    return decided
  }

  private struct BatchFault: Error {
    var message: String
    var offset = 0
  }

  private static func read(
    _ line: [UInt8], _ items: [ReviewItem], _ review: Review
  ) throws(BatchFault) -> (item: ReviewItem, decision: ReviewDecision)? {
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(line) } catch {
      throw BatchFault(message: error.message, offset: error.offset)
    }
    guard let path = value["path"]?.string, case .integer(let start)? = value["start"], case .integer(let end)? = value["end"],
      start < end
    else { throw BatchFault(message: "a decision needs `path`, `start` and `end`") }
    guard let item = items.first(where: { $0.document == path && $0.offsets == Int(start)..<Int(end) }) else {
      throw BatchFault(message: "nothing is to be decided at \(start)–\(end) of \(path)")
    }
    guard let decision = try decision(value, item) else { return nil }
    if let fault = review.fault(of: decision) { throw BatchFault(message: fault) }
    return (item, decision)
  }

  private static func decision(_ value: JSONValue, _ item: ReviewItem) throws(BatchFault) -> ReviewDecision? {
    let entity = value["entity"]?.string
    switch value["decision"]?.string {
    case "skip": return nil
    case "none": return ReviewDecision.none
    case "accept":
      guard item.isMention else { return ReviewDecision.none }
      guard let first = item.candidates.first else { throw BatchFault(message: "there is nothing to accept") }
      return .entity(first.id)
    case "entity":
      guard let entity else { throw BatchFault(message: "`entity` needs the id of one") }
      return .entity(entity)
    case "new":
      guard let entity, let type = value["type"]?.string else { throw BatchFault(message: "`new` needs `entity` and `type`") }
      return .new(ReviewDecision.NewEntity(id: entity, type: type, name: value["name"]?.string ?? item.text))
    default: throw BatchFault(message: "`decision` is accept, entity, none, new or skip")
    }
  }
}

extension ReviewItem {
  /// The line of JSON that tells a program what is to be decided.
  public var json: JSONValue {
    .object([
      JSONMember("path", .string(document)), JSONMember("start", .integer(Int64(offsets.lowerBound))),
      JSONMember("end", .integer(Int64(offsets.upperBound))), JSONMember("text", .string(text)),
      JSONMember("before", .string(before)), JSONMember("behind", .string(behind)),
      JSONMember("mention", .boolean(isMention)),
      JSONMember("candidates", .array(candidates.map { .string($0.id) })),
    ])
  }
}

extension DiagnosticCode {
  /// A decision of a review that cannot be read or noted.
  static let wrongReview = DiagnosticCode("E615")
}
