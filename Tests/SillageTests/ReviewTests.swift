import Foundation
import Sillage
import Testing

@Suite("Reviews of what linking is not sure of")
struct ReviewTests {
  private static let text = "Le Zyphrax de Renault arrive. On attend le Zyphrax à Cléon."

  private func start(_ copy: ProjectCopy) throws -> (Review, ReviewFiles, [ReviewItem]) {
    let project = try copy.project
    let linker = try ArticleLinker(ShippedGraph.open(), try LinkingKnowledge.nearest(above: copy.root))
    let items = try linker.reviewItems(in: Array(Self.text.utf8), document: "a.txt")
    return (try Review(items, linker, project), try ReviewFiles(project), items)
  }

  private func mentions(_ copy: ProjectCopy) throws -> [String] {
    let linker = try ArticleLinker(ShippedGraph.open(), try LinkingKnowledge.nearest(above: copy.root))
    return try linker.link(Array(Self.text.utf8), document: "a.txt").mentions.map { "\($0.text)=\($0.entity.id)" }
  }

  @Test("A decision is text, is found by linking, and is asked for no more")
  func decisions() throws {
    let copy = try ProjectCopy()
    var (review, files, items) = try start(copy)
    let item = try #require(items.first { $0.text == "Zyphrax" })
    while let current = review.current, current != item { review.decide(nil) }
    #expect(review.fault(of: .entity("no-such-thing")) == "there is no entity `no-such-thing`")
    review.decide(.entity("renault-5-e-tech"))
    try files.write(review.decided)
    #expect(try mentions(copy).contains("Zyphrax=renault-5-e-tech"))
    #expect(try start(copy).2.contains(item) == false)
    #expect(try copy.faults() == [])
  }

  @Test("Undoing takes the text back, and what stood there before stays")
  func undo() throws {
    let copy = try ProjectCopy()
    let before = "# kept\nmentions:\n  - {sha256: \"0123456789abcdef\", at: 0-3, words: Foo, entity: none}\n"
    try Data(before.utf8).write(to: URL(fileURLWithPath: copy.root + "/graph-data/mentions.yaml"))
    var (review, files, _) = try start(copy)
    review.decide(ReviewDecision.none)
    try files.write(review.decided)
    let written = String(decoding: try #require(copy.bytes("graph-data/mentions.yaml")), as: UTF8.self)
    #expect(written.hasPrefix(before) && written.count > before.count)
    #expect(review.undo() && !review.undo())
    try files.write(review.decided)
    #expect(copy.bytes("graph-data/mentions.yaml") == Data(before.utf8))
  }

  @Test("A new entity is written as text that builds")
  func newEntity() throws {
    let copy = try ProjectCopy()
    var (review, files, _) = try start(copy)
    let entity = ReviewDecision.NewEntity(id: "zyphrax", type: "Vehicle", name: "Zyphrax \"One\"")
    #expect(review.fault(of: .new(entity)) == nil)
    for (wrong, words) in [
      (ReviewDecision.NewEntity(id: "Zyph rax", type: "Vehicle", name: "Z"), "is no id"),
      (ReviewDecision.NewEntity(id: "renault", type: "Vehicle", name: "Z"), "already"),
      (ReviewDecision.NewEntity(id: "zyphrax", type: "Vehicel", name: "Z"), "did you mean `Vehicle`?"),
    ] {
      #expect(review.fault(of: .new(wrong))?.contains(words) == true)
    }
    review.decide(.new(entity))
    try files.write(review.decided)
    #expect(try copy.faults() == [])
    let text = String(decoding: try #require(copy.bytes("graph-data/reviewed-entities.yaml")), as: UTF8.self)
    #expect(text.contains("zyphrax:") && text.contains("\"Zyphrax \\\"One\\\"\""))
  }

  @Test(
    "A batch is taken whole or not at all",
    arguments: [
      (#"{"path":"a.txt","start":3,"end":10,"decision":"none"}"#, 1, ""),
      (#"{"path":"a.txt","start":3,"end":10,"decision":"skip"}"#, 0, ""),
      (#"{"path":"a.txt","start":3,"end":10,"decision":"new","entity":"zyphrax","type":"Vehicle"}"#, 1, ""),
      (#"{"path":"a.txt","start":3,"end":10,"decision":"perhaps"}"#, 0, "`decision` is accept"),
      (#"{"path":"b.txt","start":3,"end":10,"decision":"none"}"#, 0, "nothing is to be decided"),
      (#"{"path":"a.txt","start":3"#, 0, ""), (#"{"path":"a.txt","start":3,"end":10,"decision":"entity","entity":"nobody"}"#, 0, "no entity"),
    ])
  func batch(line: String, count: Int, message: String) throws {
    let copy = try ProjectCopy()
    let (review, _, items) = try start(copy)
    try #require(items.contains { $0.offsets == 3..<10 })
    let (decided, faults) = Self.decide(line, items, review)
    #expect(decided == count)
    #expect(faults.count == (count == 0 && !line.contains("skip") ? 1 : 0))
    #expect(faults.allSatisfy { (message.isEmpty || $0.message.contains(message)) && $0.source == "b.jsonl" })
  }

  private static func decide(_ line: String, _ items: [ReviewItem], _ review: Review) -> (count: Int, faults: [Diagnostic]) {
    let result = Result { try ReviewBatch.decide(Array((line + "\n").utf8), name: "b.jsonl", items: items, review) }
    switch result {
    case .success(let decided): return (decided.count, [])
    case .failure(let error):
      guard let error = error as? SillageError, case .faults(let faults, _) = error else { return (-1, []) }
      return (0, faults)
    }
  }
}
