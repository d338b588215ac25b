import GraphModel

/// The records of consecutive nodes or relationships, in one array. An empty record is one that does not exist: the
/// record of a node has at least the number of its labels, and a relationship has its ends to tell.
final class RecordPage: CachedPage {
  let bytes: [UInt8]
  /// Where the record of a slot starts; the next one ends it.
  private let offsets: [Int32]
  /// The type and ends of each relationship; empty on a page of nodes.
  let ends: [RelationshipEnds?]

  var byteCount: Int { bytes.count + 4 * offsets.count + 32 * ends.count + 128 }

  @inline(__always)
  func range(_ slot: Int) -> Range<Int> { Int(offsets[slot])..<Int(offsets[slot + 1]) }

  /// Reads rows of id and record, ascending.
  init(nodes ids: ClosedRange<Int64>, from rows: Statement) throws(StoreError) {
    var builder = Builder(ids)
    rows.bind(1, ids.lowerBound).bind(2, ids.upperBound)
    defer { rows.reset() }
    while try rows.step() {
      builder.skip(to: rows.integer(0))
      rows.appendBlob(1, to: &builder.bytes)
    }
    builder.skip(to: ids.upperBound + 1)
    bytes = builder.bytes
    offsets = builder.offsets
    ends = []
  }

  /// Reads rows of type, start, end, record and id, ascending by id.
  init(relationships ids: ClosedRange<Int64>, from rows: Statement) throws(StoreError) {
    var builder = Builder(ids)
    var ends = [RelationshipEnds?](filledWith: nil, count: Int(PageSpan.count))
    rows.bind(1, ids.lowerBound).bind(2, ids.upperBound)
    defer { rows.reset() }
    while try rows.step() {
      let id = rows.integer(4)
      builder.skip(to: id)
      rows.appendBlob(3, to: &builder.bytes)
      ends[PageSpan.slot(of: id)] = rows.relationshipEnds
    }
    builder.skip(to: ids.upperBound + 1)
    bytes = builder.bytes
    offsets = builder.offsets
    self.ends = ends
  }

  private struct Builder {
    var bytes: [UInt8] = []
    var offsets: [Int32] = []
    private let first: Int64

    init(_ ids: ClosedRange<Int64>) {
      first = ids.lowerBound
      offsets.reserveCapacity(Int(PageSpan.count) + 1)
    }

    /// Ends the record before an id, and starts that of the id.
    mutating func skip(to id: Int64) {
      let slot = Int(id - first)
      while offsets.count <= slot { offsets.append(Int32(truncatingIfNeeded: bytes.count)) }
    }
  }
}

extension Statement {
  /// Of a row that starts with type, start and end.
  var relationshipEnds: RelationshipEnds {
    RelationshipEnds(
      type: RelationshipTypeID(Int32(truncatingIfNeeded: integer(0))), start: NodeID(integer(1)),
      end: NodeID(integer(2)))
  }
}
