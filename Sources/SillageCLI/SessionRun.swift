import Sillage

/// One session and what it may do, however its command line was read.
struct SessionRun {
  var mayWrite = false
  var csvFolder: String?
  /// How long a program may take between an answer and its next question without having to wait for this process to wake, in microseconds.
  private static let pause = 500

  /// Answers each line of standard input, to its end.
  func run(_ surroundings: Surroundings, _ console: Console) throws(SillageError) -> ExitStatus {
    GraphDatabase.keepFreedMemory()
    GraphDatabase.useLargePages()
    let pause = System.isTerminal(System.standardInput) ? 0 : Self.pause
    let session = Session(
      try surroundings.open(console, writable: mayWrite), mayWrite: mayWrite, csvFolder: csvFolder, isUnwanted: System.leaveIfUnread)
    var answer: [UInt8] = []
    var lines = LineReader(System.standardInput, watch: pause)
    while let line = try lines.next() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      answer.removeAll(keepingCapacity: true)
      session.answer(line, into: &answer)
      answer.append(UInt8(ascii: "\n"))
      console.output.write(answer)
      console.output.flush()
      session.tidyUp()
    }
    return .done
  }
}
