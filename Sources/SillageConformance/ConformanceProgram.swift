import Sillage

/// Speaks the protocol of openCypher's conformance runner: one JSON request a line on standard input, one answer a line on
/// standard output. Each scenario gets an empty graph in memory.
@main
enum ConformanceProgram {
  static func main() {
    var scenario = Scenario()
    while let line = readLine() {
      let reply = scenario.reply(to: line)
      var out: [UInt8] = []
      _ = JSONWriter.append(reply, to: &out)
      print(String(decoding: out, as: UTF8.self))
      Standard.flush()
      if scenario.isClosed { return }
    }
  }
}
