import ArgumentParser
import Sillage

/// `sillage session`: many queries, one process.
struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", _superCommandName: SillageCommand.name,
    abstract: "Answer queries that are sent as lines of JSON.",
    discussion: """
      Each line of standard input is a request, {"query":…,"params":{…}} or {"query":…,"batch":[{…},…]}; each is answered \
      by one line: columns, rows and stats, or an error; a batch by {"results":[…]}. Values keep their types: a float is \
      {"$float":"1.5"}, a map {"$map":{…}}, a node {"$node":{…}}, a date {"$date":"2025-09-23"}.

      Examples:
        echo '{"query":"MATCH (n:Site) RETURN count(n)"}' | sillage session
        echo '{"query":"MATCH (n {id: $id}) RETURN n","batch":[{"id":"a"},{"id":"b"}]}' | sillage session
      """)

  @Flag(help: "Let queries change the database.")
  var write = false

  @Option(help: ArgumentHelp("The folder whose files LOAD CSV may read.", valueName: "dir"))
  var csvFolder: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    GraphDatabase.keepFreedMemory()
    try global.perform { console throws(SillageError) in
      let session = Session(try global.open(console, writable: write), mayWrite: write, csvFolder: csvFolder)
      var answer: [UInt8] = []
      var lines = LineReader(System.standardInput)
      while let line = try lines.next() {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        answer.removeAll(keepingCapacity: true)
        session.answer(line, into: &answer)
        answer.append(UInt8(ascii: "\n"))
        console.output.write(answer)
        console.output.flush()
      }
      return .done
    }
  }
}
