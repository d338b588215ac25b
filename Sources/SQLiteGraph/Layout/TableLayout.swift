/// The tables of a database file.
///
/// - `metadata`: free keys and values, under `counters` the counts of ``Counters``, under `schema` the names of indexes
///   and the constraints (``SchemaState``), and under `end-labels` what is known of the ends of types (``EndLabels``).
/// - `name`: labels (kind 0), relationship types (1) and property keys (2) with the numbers that stand for them.
/// - `relationship_trait`: what the schema says about a relationship type.
/// - `node`, `relationship`: one row each; labels and properties are one record, encoded as ``RecordWriter`` says, because
///   one row costs less than many. The two indexes of `relationship` hold all that an expansion asks; a scan by type reads the rows, which
///   are few beside a base.
/// - `label_part`: which nodes have a label, many to a row (``LabelPart``); of the last that came their rows alone tell it.
/// - `index_declaration`, `index_entry`: the property indexes. Numbers and text are stored as SQLite's own values, so that
///   `1` and `1.0` meet; everything else is stored as ``RecordWriter`` encodes it. The column `label` holds
///   ``SchemaSubject/number``, which says labels and types apart, and `node` a node or a relationship.
///
/// - `chunk`: the base, immutable columns of everything up to the last compaction (``ChunkKey``, ``Base``).
/// - `removed`: nodes (kind 0) and relationships (1) of the base that are gone.
///
/// - `fulltext_1` and so on: one for each full-text index, which metadata under `full-text` declare (``FullTextIndex``). They hold
///   the texts of all nodes or relationships concerned, be they in the base or rows, so that a compaction leaves them alone.
///
/// The other tables are what changed since: a row of `node` or `relationship` stands for the whole entity and hides what
/// the base has of it. The entries of an index that the base has are only those of what is a row, and where the base has the
/// same value of a node there need not be one.
enum TableLayout {
  /// In the header of the file: "SILL". Says which program the file belongs to.
  static let applicationID: Int64 = 0x5349_4C4C
  /// In the header of the file. Rises with every change of the tables or of the encoding of records.
  static let version: Int64 = 7
  /// Files of this version and before have no room at the ends of pages for checksums, from ``version`` on all have. That a file is made
  /// with; the tables are the same.
  static let lastVersionWithoutChecksums: Int64 = 6
  /// The oldest version that can be read: it has no base. Opening an older version for writing makes it ``lastVersionWithoutChecksums``.
  static let oldestVersion: Int64 = 1

  static let tables = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    CREATE TABLE metadata(key TEXT PRIMARY KEY NOT NULL, value NOT NULL) WITHOUT ROWID;
    CREATE TABLE name(kind INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY(kind, number))
      WITHOUT ROWID;
    CREATE TABLE relationship_trait(type TEXT PRIMARY KEY NOT NULL, inverse TEXT, is_symmetric INTEGER NOT NULL)
      WITHOUT ROWID;
    CREATE TABLE node(id INTEGER PRIMARY KEY, record BLOB NOT NULL);
    \(labelTable)
    CREATE TABLE relationship(id INTEGER PRIMARY KEY, type INTEGER NOT NULL, start INTEGER NOT NULL,
      "end" INTEGER NOT NULL, record BLOB NOT NULL);
    CREATE TABLE index_declaration(number INTEGER PRIMARY KEY, label INTEGER NOT NULL, key INTEGER NOT NULL,
      is_unique INTEGER NOT NULL);
    CREATE TABLE index_entry(declaration INTEGER NOT NULL, value NOT NULL, node INTEGER NOT NULL,
      PRIMARY KEY(declaration, value, node)) WITHOUT ROWID;
    \(baseTables)
    """

  private static let baseTables = """
    CREATE TABLE chunk(key INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE removed(kind INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID;
    """

  private static let labelTable = """
    CREATE TABLE label_part(label INTEGER NOT NULL, part INTEGER NOT NULL, nodes BLOB NOT NULL, PRIMARY KEY(label, part)) WITHOUT ROWID;
    """

  /// From this version on labels are in parts; before, each had a row of a table `node_label`. Before version 6, those of all nodes were.
  static let versionWithLabelParts: Int64 = 5

  /// The tables that an older version lacks. Version 1 has no base; in version 2 each node that is a row has all of its entries; before
  /// version 4 dates were mixed values.
  static func additions(since old: Int64) -> String {
    (old < 2 ? baseTables : "") + (old < versionWithLabelParts ? labelTable : "")
  }

  /// Everything that a compaction brings into the base.
  static let clearing = """
    DELETE FROM chunk; DELETE FROM removed; DELETE FROM node; DELETE FROM label_part; DELETE FROM relationship;
    DELETE FROM index_entry; DROP INDEX IF EXISTS relationship_by_type;
    """

  /// Apart from the tables, since a bulk load makes them last. Files of earlier programs have a third one, by type, up to their next
  /// compaction.
  static let relationshipIndexes = """
    CREATE INDEX relationship_by_start ON relationship(start, type, "end");
    CREATE INDEX relationship_by_end ON relationship("end", type, start);
    """
}
