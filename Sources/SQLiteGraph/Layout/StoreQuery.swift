/// Every statement that runs more than once on a connection.
enum StoreQuery: Int, CaseIterable {
  case begin, beginImmediate, commit, rollback, dataVersion
  case metadata, setMetadata, removeMetadata
  case names, insertName
  case traits, insertTrait, removeTraits
  case declarations, insertDeclaration, removeDeclaration, setUnique

  case node, nodeRange, nodeIDs
  case insertNode, updateNode, deleteNode
  case labelPart, labelParts, setLabelPart, removeLabelPart

  case relationship, relationshipRange, relationshipScan
  case insertRelationship, updateRelationship, deleteRelationship
  case outgoing, outgoingOfType
  case incoming, incomingOfType

  case entries, entryValues, entrySample, insertEntry, deleteEntry, removeEntries, equalEntries

  /// The same as the single ones, for ``rowsAtOnce`` rows. What fails ends the transaction (``WaitingRows``), so nothing is kept to undo one
  /// statement: `OR FAIL`.
  case insertNodes, insertRelationships, insertEntries

  case chunk, insertChunk
  case insertRemoved, isHiddenNode, hiddenNodes, isHiddenRelationship, hiddenRelationships, removedRelationships

  /// How many rows the statements for many rows insert.
  static let rowsAtOnce = 32

  /// Whether it reads or changes rows of nodes, relationships, labels or entries of which some may be waiting (``WaitingRows``).
  /// Those that ask for one id, or for the ids that rows hide, are not among these: whoever runs them asks the waiting rows, too.
  var looksAtRows: Bool {
    switch self {
    case .nodeRange, .nodeIDs, .labelParts, .updateNode, .deleteNode, .relationshipRange,
      .relationshipScan, .updateRelationship, .deleteRelationship, .outgoing,
      .outgoingOfType, .incoming, .incomingOfType, .entries, .entryValues, .entrySample, .deleteEntry, .removeEntries, .equalEntries:
      true
    default: false
    }
  }

  /// A statement with a row of parameters for each of many rows.
  private static func many(_ statement: String, width: Int) -> String {
    let rows = (0..<rowsAtOnce).map { row in
      "(" + (1...width).map { "?\(row * width + $0)" }.joined(separator: ",") + ")"
    }
    return statement + rows.joined(separator: ",")
  }

  var text: String {
    switch self {
    case .begin: "BEGIN"
    case .beginImmediate: "BEGIN IMMEDIATE"
    case .commit: "COMMIT"
    case .rollback: "ROLLBACK"
    case .dataVersion: "PRAGMA data_version"

    case .metadata: "SELECT value FROM metadata WHERE key = ?1"
    case .setMetadata: "INSERT INTO metadata VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value"
    case .removeMetadata: "DELETE FROM metadata WHERE key = ?1"
    case .names: "SELECT kind, number, text FROM name ORDER BY kind, number"
    case .insertName: "INSERT INTO name VALUES (?1, ?2, ?3)"
    case .traits: "SELECT type, inverse, is_symmetric FROM relationship_trait ORDER BY type"
    case .insertTrait: "INSERT INTO relationship_trait VALUES (?1, ?2, ?3)"
    case .removeTraits: "DELETE FROM relationship_trait"
    case .declarations: "SELECT number, label, key, is_unique FROM index_declaration ORDER BY number"
    case .insertDeclaration: "INSERT INTO index_declaration VALUES (?1, ?2, ?3, ?4)"
    case .removeDeclaration: "DELETE FROM index_declaration WHERE number = ?1"
    case .setUnique: "UPDATE index_declaration SET is_unique = ?2 WHERE number = ?1"

    case .node: "SELECT record FROM node WHERE id = ?1"
    case .nodeRange: "SELECT id, record FROM node WHERE id BETWEEN ?1 AND ?2 ORDER BY id"
    case .nodeIDs: "SELECT id FROM node WHERE id > ?1 ORDER BY id LIMIT ?2"
    case .insertNode: "INSERT INTO node VALUES (?1, ?2)"
    case .updateNode: "UPDATE node SET record = ?2 WHERE id = ?1"
    case .deleteNode: "DELETE FROM node WHERE id = ?1"
    case .labelPart: "SELECT nodes FROM label_part WHERE label = ?1 AND part = ?2"
    case .labelParts: "SELECT part, nodes FROM label_part WHERE label = ?2 AND part >= ?1 ORDER BY part"
    case .setLabelPart: "INSERT OR REPLACE INTO label_part VALUES (?1, ?2, ?3)"
    case .removeLabelPart: "DELETE FROM label_part WHERE label = ?1 AND part = ?2"

    case .relationship: #"SELECT type, start, "end", record FROM relationship WHERE id = ?1"#
    case .relationshipRange:
      #"SELECT type, start, "end", record, id FROM relationship WHERE id BETWEEN ?1 AND ?2 ORDER BY id"#
    case .relationshipScan:
      #"SELECT type, start, "end", id FROM relationship WHERE id > ?1 ORDER BY id LIMIT ?2"#
    case .insertRelationship: "INSERT INTO relationship VALUES (?1, ?2, ?3, ?4, ?5)"
    case .updateRelationship: "UPDATE relationship SET record = ?2 WHERE id = ?1"
    case .deleteRelationship: "DELETE FROM relationship WHERE id = ?1"

    case .outgoing: #"SELECT type, "end", id FROM relationship WHERE start = ?1 ORDER BY type, "end", id"#
    case .outgoingOfType:
      #"SELECT type, "end", id FROM relationship WHERE start = ?1 AND type = ?2 ORDER BY "end", id"#
    case .incoming: #"SELECT type, start, id FROM relationship WHERE "end" = ?1 ORDER BY type, start, id"#
    case .incomingOfType:
      #"SELECT type, start, id FROM relationship WHERE "end" = ?1 AND type = ?2 ORDER BY start, id"#

    case .entries: "SELECT node FROM index_entry WHERE declaration = ?1 AND value = ?2 ORDER BY node"
    case .insertEntry: "INSERT OR IGNORE INTO index_entry VALUES (?1, ?2, ?3)"
    case .deleteEntry: "DELETE FROM index_entry WHERE declaration = ?1 AND value = ?2 AND node = ?3"
    case .removeEntries: "DELETE FROM index_entry WHERE declaration = ?1"
    case .entryValues: "SELECT declaration, value FROM index_entry"
    case .entrySample: "SELECT value FROM index_entry WHERE declaration = ?1 ORDER BY value LIMIT ?2"

    case .insertNodes: Self.many("INSERT OR FAIL INTO node VALUES ", width: 2)
    case .insertRelationships: Self.many("INSERT OR FAIL INTO relationship VALUES ", width: 5)
    case .insertEntries: Self.many("INSERT OR IGNORE INTO index_entry VALUES ", width: 3)

    case .chunk: "SELECT bytes FROM chunk WHERE key = ?1"
    case .insertChunk: "INSERT INTO chunk VALUES (?1, ?2)"
    case .insertRemoved: "INSERT INTO removed VALUES (?1, ?2)"
    case .isHiddenNode:
      "SELECT 1 FROM node WHERE id = ?1 UNION ALL SELECT 1 FROM removed WHERE kind = 0 AND id = ?1"
    case .hiddenNodes:
      "SELECT id FROM node WHERE id <= ?1 UNION ALL SELECT id FROM removed WHERE kind = 0"
    case .isHiddenRelationship:
      "SELECT 1 FROM relationship WHERE id = ?1 UNION ALL SELECT 1 FROM removed WHERE kind = 1 AND id = ?1"
    case .hiddenRelationships:
      "SELECT id FROM relationship WHERE id <= ?1 UNION ALL SELECT id FROM removed WHERE kind = 1"
    case .removedRelationships: "SELECT id FROM removed WHERE kind = 1"
    case .equalEntries:
      """
      SELECT min(node), max(node) FROM index_entry WHERE declaration = ?1 GROUP BY value HAVING count(*) > 1 LIMIT 1
      """
    }
  }
}
