import ArgumentParser
import Sillage

/// `sillage import`: tables in, database out.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a new database of tables of nodes and relationships.",
    discussion: """
      Tables are CSV files, plain or compressed with gzip. The first line names the columns: id and label for nodes, src, \
      dst and type for relationships, and each further column is a property. Its type is that of its fields, or stands \
      behind a colon: year:int. The database appears in one step, and only if nothing is wrong.

      Examples:
        sillage import --nodes nodes.csv --rels rels.csv --db graph.db --unique name
        sillage import --nodes a.csv.gz --nodes b.csv.gz --rels rels.tsv --delimiter tab --db graph.db
      """)

  @Option(name: .customLong("nodes"), help: ArgumentHelp("A table of nodes. May be given several times.", valueName: "file"))
  var nodes: [String] = []

  @Option(
    name: .customLong("rels"), help: ArgumentHelp("A table of relationships. May be given several times.", valueName: "file"))
  var relationships: [String] = []

  @Option(
    help: ArgumentHelp(
      "Properties that are unique among the nodes with the same label, separated by commas.", valueName: "key"))
  var unique: [String] = []

  @Option(help: ArgumentHelp("What separates the fields: a character, or tab.", valueName: "char"))
  var delimiter = ","

  @Flag(help: "Tell what is done, even where standard error is no terminal.")
  var progress = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if nodes.isEmpty { throw ValidationError("Name at least one table of nodes with --nodes.") }
    if global.db == nil { throw ValidationError("Name the database to make with --db.") }
    if delimiterByte == nil { throw ValidationError("A delimiter is one ASCII character other than a quote, or tab.") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let clock = ContinuousClock()
      let start = clock.now
      let path = global.db ?? ""
      var tables = TableImport(nodes: nodes, relationships: relationships)
      tables.delimiter = delimiterByte ?? tables.delimiter
      tables.unique = unique.flatMap { $0.split(separator: ",").map(String.init) }
      let tells = progress || System.isTerminal(System.standardError)
      let report = try GraphDatabase.importTables(tables, creating: path) { if tells { console.reporter.note($0) } }
      console.reporter.note(
        "made \(path): \(report.nodes) nodes, \(report.relationships) relationships, \(report.uniqueIndexes) unique "
          + "\(report.uniqueIndexes == 1 ? "index" : "indexes"), \(((clock.now - start) / .seconds(1)).milliseconds) ms")
      return .done
    }
  }

  private var delimiterByte: UInt8? {
    if delimiter == "tab" || delimiter == "\\t" { return 0x09 }
    guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first, ![0x0A, 0x0D, 0x22].contains(byte), byte < 0x80 else {
      return nil
    }
    return byte
  }
}
