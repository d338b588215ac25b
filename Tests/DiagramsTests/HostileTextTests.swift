import Diagrams
import Foundation
import Testing

@Suite struct HostileTextTests {
  /// A thousand graphs in twelve batches, each drawn by one run of the program.
  @Test(arguments: 0..<12) func randomGraphsAreDrawnAndWellFormed(_ batch: Int) throws {
    let seeds = (0..<84).map { UInt64(batch * 84 + $0) }
    let texts = seeds.map { RandomModel.writer($0).write(RandomModel.make(seed: $0, nodes: 1 + Int($0 % 6))) }
    let pictures = try drawn(texts, seeds)
    #expect(pictures.count == seeds.count)
    for (seed, picture) in zip(seeds, pictures) {
      let drawing = try Drawing(Array(picture.utf8))
      #expect(drawing.count(of: "node") >= 1, "seed \(seed)")
      #expect(drawing.elementNames.isDisjoint(with: ["script", "image", "foreignObject", "style"]), "seed \(seed)")
      #expect(drawing.links.allSatisfy(Self.isHarmless), "seed \(seed)")
      if seed.isMultiple(of: 12) { try othersAreWellFormed(seed, picture) }
    }
  }

  static func isHarmless(_ link: String) -> Bool {
    (link.hasPrefix("/") && !link.hasPrefix("//")) || link.hasPrefix("http://") || link.hasPrefix("https://")
  }

  private func othersAreWellFormed(_ seed: UInt64, _ picture: String) throws {
    let model = RandomModel.make(seed: seed, nodes: 1 + Int(seed % 6))
    let writer = RandomModel.writer(seed)
    let finished = try Drawing(SVGFinish(model, writer: writer).finish(Array(picture.utf8), dot: "dot"))
    #expect(finished.elementNames.isSuperset(of: ["title", "desc", "metadata"]), "seed \(seed)")
    _ = try Drawing(Array(GraphMLWriter(writer).write(model).utf8))
    _ = try Drawing(Array(GEXFWriter(writer).write(model).utf8))
    try MermaidCheck.check(MermaidWriter(writer).write(model))
    #expect(!TreeWriter(writer).write(model).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "seed \(seed)")
  }

  /// The pictures of a batch; where the program refuses it, each text is drawn alone, to name the one at fault.
  private func drawn(_ texts: [String], _ seeds: [UInt64]) throws -> [String] {
    let renderer = GraphvizRenderer(timeLimit: .seconds(120))
    if let svg = try? renderer.render(dot: texts.joined(), format: .svg) {
      return String(decoding: svg, as: UTF8.self).components(separatedBy: "<?xml").dropFirst().map { "<?xml" + $0 }
    }
    for (seed, text) in zip(seeds, texts) { _ = try drawn(text, "seed \(seed)") }
    return []
  }

  @Test func largerGraphsKeepEveryNodeAndEdge() throws {
    for seed in [UInt64(900), 901, 902] {
      var model = RandomModel.make(seed: seed, nodes: 60)
      model.kind = .neighbourhood
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

  @Test func addressesBecomeLinks() throws {
    #expect(try links("https://x.example/a?b=1&c='\"<é>") == ["https://x.example/a?b=1&c=%27%22%3C%C3%A9%3E"])
    #expect(try links("http://x.example/") == ["http://x.example/"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "https://", "HTTPS:x", "file:///etc/passwd", "//x.example/", "/\\x.example/", "", "e/1", " /e", "data:text/html,x",
  ])
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
