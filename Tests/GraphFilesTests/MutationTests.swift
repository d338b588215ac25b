import Diagnostics
import GraphFiles
import Testing

/// Texts that nobody would write: the reader must answer each with diagnostics that point into the text, and never trap.
@Suite struct MutationTests {
  private static let pieces = [
    "", "\n", "  ", "\t", ":", ": ", "- ", "{", "}", "[", "]", ",", "\"", "'", "#", "&a ", "*a", "!t ", "|\n", ">-\n", "---\n", "...", "? ",
    "é", "🏎", "\u{2028}", "\u{85}", "\r", "\u{FEFF}", "\u{0}", "2025-13", "%", "@", "`", "\\", "name: x", "x: {", "<<: ", "=", "-",
  ]

  @Test(arguments: 0..<40) func `every broken text is answered`(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(limit, 1)))
    }
    let paths = SampleProject.files.keys.sorted()
    for _ in 0..<25 {
      var files = SampleProject.files.mapValues { Array($0.utf8) }
      for _ in 0...random(3) {
        let path = paths[random(paths.count)]
        var bytes = files[path] ?? []
        let start = random(bytes.count)
        let end = min(bytes.count, start + random(random(4) == 0 ? 80 : 4))
        bytes.replaceSubrange(start..<end, with: Array(Self.pieces[random(Self.pieces.count)].utf8))
        files[path] = bytes
      }
      check(files)
    }
  }

  private func check(_ files: [String: [UInt8]]) {
    let found = GraphFileReader.read(files.map { GraphFile(path: $0.key, bytes: $0.value) }).diagnostics
    for diagnostic in found {
      let places = [(diagnostic.source, diagnostic.span)] + diagnostic.notes.map { ($0.source, $0.span) }
      for (source, span) in places where source != "graph-data" {
        #expect(span.start >= 0 && span.start <= span.end && span.end <= files[source]?.count ?? -1, "\(diagnostic)")
      }
      #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
    }
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 != $1 })
  }
}
