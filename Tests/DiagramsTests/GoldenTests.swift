import Diagrams
import Foundation
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
  ]

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
    #expect(drawing.count(of: "node") == shown.nodes.count + shown.omitted.count)
    #expect(drawing.count(of: "edge") >= shown.edges.count)
  }
}
