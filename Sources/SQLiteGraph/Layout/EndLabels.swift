import GraphModel

/// Which labels all start nodes and all end nodes of a relationship type are known to have, and whether there are loops.
///
/// A type that is not listed has no relationships yet. What is listed holds; more may hold.
struct EndLabels: Equatable {
  struct Entry: Equatable {
    var starts: [LabelID]
    var ends: [LabelID]
    /// Whether there has been one that leads from a node to itself.
    var mayLoop: Bool
  }

  private(set) var entries = SortedTable<RelationshipTypeID, Entry>() { didSet { edition += 1 } }
  /// Rises with each change, so that two states between two compactions are told apart at once.
  private(set) var edition = 0

  init() {}

  /// Those of a draft. Cost: a look at each relationship.
  init(_ ordered: [OrderedType], _ draft: BaseDraft) {
    for type in ordered {
      var isStart = [Bool](filledWith: false, count: draft.labelSets.count)
      var isEnd = isStart
      var mayLoop = false
      for row in type.rows {
        if draft.start[Int(row)] == draft.end[Int(row)] { mayLoop = true }
        isStart[Int(draft.labelSet[Int(draft.start[Int(row)]) - 1])] = true
        isEnd[Int(draft.labelSet[Int(draft.end[Int(row)]) - 1])] = true
      }
      entries[type.type] = Entry(starts: Self.common(isStart, draft), ends: Self.common(isEnd, draft), mayLoop: mayLoop)
    }
  }

  private static func common(_ occurs: [Bool], _ draft: BaseDraft) -> [LabelID] {
    let sets = draft.labelSets.indices.filter { occurs[$0] }.map { draft.labelSets[$0] }
    guard let first = sets.first else { return [] }
    return first.filter { label in sets.allSatisfy { $0.contains(label) } }
  }

  /// A relationship comes, between nodes with these labels.
  mutating func add(_ type: RelationshipTypeID, from starts: [LabelID], to ends: [LabelID], isLoop: Bool) {
    guard let known = entries[type] else {
      entries[type] = Entry(starts: starts, ends: ends, mayLoop: isLoop)
      return
    }
    if known.starts.allSatisfy(starts.contains), known.ends.allSatisfy(ends.contains), known.mayLoop || !isLoop { return }
    entries[type] = Entry(
      starts: known.starts.filter(starts.contains), ends: known.ends.filter(ends.contains), mayLoop: known.mayLoop || isLoop)
  }

  /// A node loses a label.
  mutating func remove(_ label: LabelID) {
    for (type, entry) in entries where entry.starts.contains(label) || entry.ends.contains(label) {
      entries[type]?.starts = entry.starts.filter { $0 != label }
      entries[type]?.ends = entry.ends.filter { $0 != label }
    }
  }

  var encoded: [UInt8] {
    var writer = RecordWriter()
    writer.list(Array(entries)) { writer, entry in
      writer.unsigned(UInt64(entry.key.rawValue))
      for labels in [entry.value.starts, entry.value.ends] {
        writer.list(labels) { $0.unsigned(UInt64($1.rawValue)) }
      }
      writer.unsigned(entry.value.mayLoop ? 1 : 0)
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(StoreError) {
    var reader = RecordReader(bytes)
    for _ in 0..<(try reader.length()) {
      let type = RelationshipTypeID(try reader.number())
      let starts = try reader.list { reader throws(StoreError) in LabelID(try reader.number()) }
      let ends = try reader.list { reader throws(StoreError) in LabelID(try reader.number()) }
      entries[type] = Entry(starts: starts, ends: ends, mayLoop: try reader.unsigned() != 0)
    }
  }
}
