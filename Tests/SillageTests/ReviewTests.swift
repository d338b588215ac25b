import Foundation
import Sillage
import Testing

@Suite("Reviews of what linking is not sure of")
struct ReviewTests {
  private static let text = "Le Zyphrax de Renault arrive. On attend le Zyphrax à Cléon."

  private static let none = #"{"path":"a.txt","start":3,"end":10,"decision":"none"}"#
  private static let dacia = #"{"path":"a.txt","start":3,"end":10,"decision":"entity","entity":"dacia"}"#
  private static let new = #"{"path":"a.txt","start":3,"end":10,"decision":"new","entity":"zyphrax","type":"Vehicle"}"#
  private static let named = #"{"path":"a.txt","start":43,"end":50,"decision":"entity","entity":"zyphrax"}"#
  private static let other = #"{"path":"a.txt","start":43,"end":50,"decision":"new","entity":"zyphrax","type":"Plan"}"#
  /// About a name that linking is sure of.
  private static let sure = #"{"path":"a.txt","start":53,"end":58,"decision":"entity","entity":"cleon-town"}"#

  private func start(_ copy: ProjectCopy, all: Bool = false) throws -> (Review, ReviewFiles, [ReviewItem]) {
    let project = try copy.project
    let linker = try ArticleLinker(ShippedGraph.open(), try LinkingKnowledge.nearest(above: copy.root))
    let items = try linker.reviewItems(in: Array(Self.text.utf8), document: "a.txt", all: all)
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

  @Test("What people decided is explained by the cue `reviewed`, as linking follows it")
  func explained() throws {
    let copy = try ProjectCopy()
    var (review, files, items) = try start(copy, all: true)
    let decisions: [Range<Int>: ReviewDecision] = [
      3..<10: .entity("alpine-a390"), 14..<21: .entity("renault-group"), 53..<58: ReviewDecision.none,
    ]
    while let item = review.current { review.decide(decisions[item.offsets]) }
    try #require(review.decided.count == 3, "\(items.map(\.offsets))")
    try files.write(review.decided)
    let linker = try ArticleLinker(ShippedGraph.open(), try LinkingKnowledge.nearest(above: copy.root))
    let places = try linker.explain(Array(Self.text.utf8), document: "a.txt").places
    #expect(places.map { $0.entity?.id } == ["alpine-a390", "renault-group", nil])
    #expect(places.map(\.offsets) == [3..<10, 14..<21, 53..<58])
    #expect(try mentions(copy) == ["Zyphrax=alpine-a390", "Renault=renault-group"])
    for place in places {
      let reviewed = try #require(place.reasons.last)
      #expect(reviewed.name == "reviewed" && reviewed.words.map(\.offsets) == [place.offsets] && reviewed.words.map(\.text) == [place.text])
      #expect(place.reasons.reduce(0) { $0 + $1.weight } == place.total && !place.isUncertain)
      #expect(place.total == (place.isMention ? 100 : 0))
    }
    #expect(places[1].candidates.map(\.entity.id) == ["renault-group", "renault"])
    #expect(places[1].candidates[0].reasons.last?.name == "reviewed")
    #expect(places[1].candidates[0].total > places[1].candidates[1].total)
    items = try start(copy, all: true).2
    #expect(items.filter { $0.offsets == 53..<58 }.map(\.isOpen) == [false])
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
      (none, 1, ""), (none + "\n" + none, 1, ""), (none + "\n" + dacia, 0, "line 1 decides something else about 3–10 of a.txt"),
      (new + "\n" + named, 2, ""), (named + "\n" + new, 0, "there is no entity `zyphrax`"),
      (new + "\n" + other, 0, "a new entity `zyphrax` is made already"), (sure, 1, ""),
    ])
  func batch(line: String, count: Int, message: String) throws {
    let copy = try ProjectCopy()
    let (review, _, items) = try start(copy, all: true)
    try #require(items.contains { $0.offsets == 3..<10 && $0.isOpen })
    let (decided, faults) = Self.decide(line, items, review)
    #expect(decided == count)
    #expect(faults.count == (message.isEmpty && count > 0 || line.contains("skip") ? 0 : 1))
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
