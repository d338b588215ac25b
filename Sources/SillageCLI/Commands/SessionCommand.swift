import Sillage

/// `sillage session`: many queries, one process.
struct SessionCommand: Command {
  static let about = CommandAbout(
    commandName: "session",
    abstract: "Answer queries that are sent as lines of JSON.",
    discussion: """
      Each line of standard input is a request, {"query":…,"params":{…}} or {"query":…,"batch":[{…},…]}; each is answered \
      by one line: columns, rows and stats, or an error; a batch by {"results":[…]}. Values keep their types: a float is \
      {"$float":"1.5"}, a map {"$map":{…}}, a node {"$node":{…}}, a date {"$date":"2025-09-23"}.

      Examples:
        echo '{"query":"MATCH (n:Site) RETURN count(n)"}' | sillage session
        echo '{"query":"MATCH (n {id: $id}) RETURN n","batch":[{"id":"a"},{"id":"b"}]}' | sillage session
      """)

  let write: Bool
  let csvFolder: String?
  let global: GlobalOptions

  init(_ words: inout CommandWords) {
    write = words.flag("--write", help: "Let queries change the database.")
    csvFolder = words.option("--csv-folder", value: "dir", help: "The folder whose files LOAD CSV may read.")
    global = GlobalOptions(&words)
  }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    let session = Session(try global.open(console, writable: write), mayWrite: write, csvFolder: csvFolder)
    var lines = LineReader(System.standardInput)
    while let line = try lines.next() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      console.writeLine(session.answer(line))
      console.output.flush()
    }
    return .done
  }
}
