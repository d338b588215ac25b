public import ResultFormats

/// Decisions read from lines of JSON, for reviews that are made elsewhere.
public enum ReviewBatch {
  /// A decision about a place.
  public typealias Decided = (item: ReviewItem, decision: ReviewDecision)

  /// Reads `{"path", "start", "end", "decision", …}` a line: `decision` is `accept`, `entity` with `entity`, `none`, `new` with
  /// `entity`, `type` and `name`, or `skip`. A new entity can be named by the lines behind its own; what a line says again counts once.
  ///
  /// Fails with all lines that cannot be read, name none of the places, decide what cannot be, or contradict a line before; then nothing
  /// is noted.
  /// - Parameter items: the places that can be decided about.
  public static func decide(
    _ bytes: [UInt8], name: String, items: [ReviewItem], _ review: Review
  ) throws(SillageError) -> [Decided] {
    var batch = Batch(items, review)
    var faults: [Diagnostic] = []
    var offset = 0
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      defer { offset += line.count + 1 }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(BatchFault) {
        try batch.take(Array(line), number: number + 1)
      } catch {
        faults.append(
          Diagnostic(
            .wrongReview, error.message, source: name, span: SourceSpan(start: offset + error.offset, end: offset + line.count)))
      }
    }
    guard faults.isEmpty else { throw .faults(faults, sources: [SourceText(name: name, bytes: bytes)]) }
    return batch.decided
  }

  private struct BatchFault: Error {
    var message: String
    var offset = 0
  }

  private struct Place: Hashable {
    var document: String
    var offsets: Range<Int>
  }

  /// The lines that were taken so far.
  private struct Batch {
    private let items: [Place: ReviewItem]
    private let review: Review
    private(set) var decided: [Decided] = []
    /// What was decided about each place, and in which line.
    private var lines: [Place: (number: Int, decision: ReviewDecision)] = [:]
    private var made: [ReviewDecision.NewEntity] = []

    init(_ items: [ReviewItem], _ review: Review) {
      self.items = Dictionary(items.map { (Place(document: $0.document, offsets: $0.offsets), $0) }, uniquingKeysWith: { first, _ in first })
      self.review = review
    }

    mutating func take(_ line: [UInt8], number: Int) throws(BatchFault) {
      let value: JSONValue
      do throws(JSONError) { value = try JSONReader.read(line) } catch {
        throw BatchFault(message: error.message, offset: error.offset)
      }
      guard let path = value["path"]?.string, case .integer(let start)? = value["start"], case .integer(let end)? = value["end"],
        start < end
      else { throw BatchFault(message: "a decision needs `path`, `start` and `end`") }
      let place = Place(document: path, offsets: Int(start)..<Int(end))
      guard let item = items[place] else {
        throw BatchFault(message: "nothing is to be decided at \(start)–\(end) of \(path): no known name stands there, and no unknown one")
      }
      guard let decision = try ReviewBatch.decision(value, item) else { return }
      if let before = lines[place] {
        guard before.decision != decision else { return }
        throw BatchFault(message: "line \(before.number) decides something else about \(start)–\(end) of \(path)")
      }
      if let fault = review.fault(of: decision, made: made) { throw BatchFault(message: fault) }
      lines[place] = (number, decision)
      if case .new(let entity) = decision { made.append(entity) }
      decided.append((item, decision))
    }
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
