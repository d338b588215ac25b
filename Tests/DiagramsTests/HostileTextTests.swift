import Diagrams
import Testing

@Suite struct HostileTextTests {
  /// Twelve batches of 25 graphs, so that the batches run beside each other.
  @Test(arguments: 0..<12) func randomGraphsAreDrawnAndWellFormed(_ batch: Int) throws {
    for number in 0..<25 {
      let seed = UInt64(batch * 25 + number)
      let model = RandomModel.make(seed: seed, nodes: 1 + Int(seed % 14))
      let dot = DOTWriter(language: seed.isMultiple(of: 2) ? .english : .french, showsCitations: true).write(model)
      let drawing = try drawn(dot, "seed \(seed)")
      #expect(drawing.count(of: "node") >= 1, "seed \(seed)")
      #expect(drawing.elementNames.isDisjoint(with: ["script", "image", "foreignObject", "style"]), "seed \(seed)")
      #expect(drawing.links.allSatisfy { $0.hasPrefix("/") && !$0.hasPrefix("//") }, "seed \(seed)")
    }
  }

  @Test func largerGraphsKeepEveryNodeAndEdge() throws {
    for seed in [UInt64(900), 901, 902] {
      let model = RandomModel.make(seed: seed, nodes: 60)
      let drawing = try drawn(DOTWriter().write(model), "seed \(seed)")
      let ids = Set(model.nodes.map(\.id)).union(model.edges.flatMap { [$0.from, $0.to] })
      #expect(drawing.count(of: "node") == ids.count)
      #expect(drawing.count(of: "edge") == Set(model.edges).count)
    }
  }

  /// What is drawn is what was given, letter for letter, once it is cleaned of what must not be drawn.
  @Test(arguments: [
    ("C:\\New\\Graph", "C:\\New\\Graph"), ("<b>&amp;</b>", "<b>&amp;</b>"), ("&eacute;", "&eacute;"), ("\"quoted\"", "\"quoted\""),
    ("\\N\\G\\E", "\\N\\G\\E"), ("a\u{0}b\u{1F}c", "abc"), ("\u{202E}evil\u{202C}", "evil"), ("L’usine « A »", "L’usine « A »"),
    ("🚗 日本", "🚗 日本"), ("عربي", "عربي"), ("node", "node"), ("'x' -- y -> z", "'x' -- y -> z"), ("a\tb", "a b"),
    ("👨‍👩‍👧", "👨‍👩‍👧"), ("line\nbreak", "line break"), ("]]>", "]]>"), ("-->", "-->"),
  ]) func namesAreDrawnAsGiven(_ given: String, _ expected: String) throws {
    let model = DiagramModel(
      kind: .chain, title: given, nodes: [DiagramNode(id: given, name: given, labels: ["Site"])],
      edges: [DiagramEdge(from: given, to: given, type: "X", label: given, qualifier: given)])
    let drawing = try drawn(DOTWriter().write(model), given)
    #expect(drawing.texts.filter { $0 == expected }.count >= 3)
  }

  @Test(arguments: [
    ("/e/cleon-plant", "/e/cleon-plant"), ("/e/clé on", "/e/cl%C3%A9%20on"), ("/e?y=\"2\"&z=<", "/e?y=%222%22&z=%3C"),
    ("/a/1#q1", "/a/1#q1"),
  ]) func pathsBecomeLinks(_ path: String, _ link: String) throws {
    #expect(try links(path) == [link])
  }

  @Test(arguments: ["javascript:alert(1)", "http://x.example/", "//x.example/", "/\\x.example/", "", "e/1", " /e", "data:text/html,x"])
  func everythingElseBecomesNoLink(_ path: String) throws {
    #expect(try links(path).isEmpty)
  }

  @Test func twoIdsThatCleanToTheSameNameStayTwoNodes() throws {
    let long = String(repeating: "x", count: 10_000)
    let ids = ["a", "a\u{0}", "a\u{1}", " a", long, long + "y", "", "\u{0}"]
    let model = DiagramModel(
      kind: .chain, title: "T", nodes: ids.map { DiagramNode(id: $0, name: "n", labels: []) }, edges: [])
    #expect(try drawn(DOTWriter().write(model), "ids").count(of: "node") == ids.count)
  }

  private func links(_ path: String) throws -> [String] {
    let node = DiagramNode(id: "n", name: "n", labels: ["Site"], url: path)
    return try drawn(DOTWriter().write(DiagramModel(kind: .chain, title: "T", nodes: [node], edges: [])), path).links
  }

  private func drawn(_ dot: String, _ what: String) throws -> Drawing {
    do {
      return try Drawing(try GraphvizRenderer(timeLimit: .seconds(60)).render(dot: dot, format: .svg))
    } catch {
      Issue.record("\(what): \(error)")
      throw error
    }
  }
}
