import Diagrams
import Foundation
import TestKit
import Testing

/// The DOT text of each sample is kept in `Tests/Golden/diagrams`. `UPDATE_GOLDEN=1` writes it anew and fails, so that a
/// changed picture is looked at.
@Suite struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var model: DiagramModel
    var writer = DOTWriter()
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "neighbourhood-cleon", model: Samples.neighbourhood),
    Case(
      name: "neighbourhood-cleon-fr", model: Samples.neighbourhood,
      writer: DOTWriter(language: .french, showsCitations: true)),
    Case(name: "chain-a390", model: Samples.chain),
    Case(name: "query-ev-plants", model: Samples.queryResult),
    Case(name: "over-cap-renault-group", model: Samples.overCap.limited()),
    Case(name: "paths-verkor-alpine", model: Samples.paths),
    Case(name: "industrial-map", model: Samples.map),
    Case(name: "roles-fr", model: Samples.roles, writer: DOTWriter(language: .french)),
    Case(name: "evidence-fr", model: Samples.evidence, writer: DOTWriter(language: .french)),
    Case(name: "timeline", model: Samples.timeline),
    Case(name: "contradiction", model: Samples.contradiction),
    Case(name: "difference", model: Samples.difference),
    Case(name: "comparison", model: Samples.comparison),
    Case(name: "chain-a390-dark", model: Samples.chain, writer: DOTWriter(style: Samples.dark)),
    Case(name: "chain-a390-print", model: Samples.chain, writer: DOTWriter(style: Samples.print, showsLegend: false)),
  ]

  @Test func eachKindHasASample() {
    #expect(Set(Self.cases.map(\.model.kind)) == Set(DiagramKind.allCases))
  }

  /// All texts in one run of the parser.
  @Test func dotReadsEach() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["dot", "-Tcanon"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    makeBrokenPipesErrors()
    try process.run()
    let text = Self.cases.map { $0.writer.write($0.model) }.joined()
    DispatchQueue.global().async {
      input.fileHandleForWriting.write(Data(text.utf8))
      try? input.fileHandleForWriting.close()
    }
    let canonical = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(canonical.components(separatedBy: "digraph sillage {").count == Self.cases.count + 1)
  }

  @Test(arguments: cases) func dotTextIsTheKeptOne(_ sample: Case) throws {
    let text = sample.writer.write(sample.model)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/diagrams")
    let file = folder.appending(path: sample.name + ".dot")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(sample.name) was written anew: look at the difference, then run without UPDATE_GOLDEN")
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(text == kept)
  }

  @Test(arguments: cases) func dotDrawsIt(_ sample: Case) throws {
    let svg = try GraphvizRenderer().render(dot: sample.writer.write(sample.model), format: .svg)
    let drawing = try Drawing(svg)
    let shown = sample.model
    let parts = shown.kind == .timeline ? 3 : 1
    #expect(drawing.count(of: "node") == shown.nodes.count * parts + shown.omitted.count)
    #expect(drawing.count(of: "edge") >= shown.edges.count)
  }
}
