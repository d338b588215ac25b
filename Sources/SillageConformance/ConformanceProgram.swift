import Foundation
import Sillage

/// Speaks the protocol of openCypher's conformance runner: one JSON request a line on standard input, one answer a line on
/// standard output. Each scenario gets an empty graph in memory. With `--store base` it is compacted after each query, with
/// `--store mixed` after every other one.
@main
enum ConformanceProgram {
  static func main() {
    let arguments = CommandLine.arguments
    let store = arguments.firstIndex(of: "--store").flatMap { arguments.dropFirst($0 + 1).first } ?? Scenario.Store.rows.rawValue
    guard let store = Scenario.Store(rawValue: store) else {
      print("a store is rows, base or mixed, not \(store)")
      return
    }
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread {
      answer(store)
      isDone.signal()
    }
    thread.stackSize = stackSize
    thread.start()
    isDone.wait()
  }

  /// What a long query may take, as in the program itself.
  private static let stackSize = 256 << 20

  private static func answer(_ store: Scenario.Store) {
    var scenario = Scenario(store)
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
