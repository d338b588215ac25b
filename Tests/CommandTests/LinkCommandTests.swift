import Foundation
import TestKit
import Testing

/// `link` in all its forms, against a catalogue of its own.
@Suite("Linking from the command line")
struct LinkCommandTests {
  private static let catalogue = "Tests/Gold/carmakers.json"
  private static let text = "L’usine de Cléon produit le 7DL pour l’Alpine A390. Le maire de Cléon parle.\n"

  private func link(_ arguments: String..., input: String = text) throws -> Program {
    try Program(["link"] + arguments + ["--catalogue", Self.catalogue], input: input, environment: [:])
  }

  private func objects(_ program: Program) throws -> [[String: Any]] {
    try program.lines.compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }

  @Test func linesOfJSON() throws {
    let mentions = try objects(try link("-"))
    #expect(mentions.compactMap { $0["entity"] as? String } == ["cleon-plant", "motor-7dl", "alpine-a390", "cleon-town"])
    #expect(mentions.compactMap { $0["start"] as? Int } == [2, 28, 39, 64])
  }

  @Test func csv() throws {
    let table = try link("-", "--format", "csv")
    #expect(table.lines.count == 5)
    #expect(table.lines[0] == "doc,start,end,line,column,text,entity,name,type,score,uncertain,path")
    #expect(table.lines[1].hasPrefix("-,2,16,1,3,usine de Cléon,cleon-plant,Usine de Cléon,site,"))
  }

  @Test func webAnnotations() throws {
    let page = try #require(try objects(try link("-", "--format", "jsonld")).first)
    let context = try #require(page["@context"] as? [Any])
    #expect(context.first as? String == "http://www.w3.org/ns/anno.jsonld" && page["type"] as? String == "AnnotationPage")
    let terms = try #require(context.last as? [String: Any])
    #expect(Set(terms.keys).isSuperset(of: ["score", "uncertain", "article", "title", "date", "publisher", "language"]))
    let first = try #require((page["items"] as? [[String: Any]])?.first)
    let target = try #require(first["target"] as? [String: Any])
    let selectors = try #require(target["selector"] as? [[String: Any]])
    #expect(selectors[0]["start"] as? Int == 2 && selectors[0]["end"] as? Int == 16)
    #expect(selectors[1]["exact"] as? String == "usine de Cléon" && selectors[1]["prefix"] as? String == "L’")
    #expect((first["body"] as? [String: Any])?["source"] as? String == "urn:sillage:entity:cleon-plant")
  }

  private static let page = """
    <html lang=fr><head><meta charset=iso-8859-1><title>L’Alpine de Dieppe</title><meta property="og:site_name" content="Le Journal">
    <link rel=canonical href="https://journal.example/a b?x=1"><meta name=date content="2026-05-04"></head>
    <body><p>Légère, l'Alpine A390 naît à l'usine de Cléon.</p></body></html>
    """

  /// Latin-1, UTF-16 and PDF: the places in annotations are places in the text that they were read as.
  @Test func annotationsOfOtherEncodings() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("é a#b?c%.html")
    try #require(Self.page.replacing("’", with: "'").data(using: .isoLatin1)).write(to: URL(fileURLWithPath: path))
    let plain = folder.path("b.txt")
    try #require(Self.text.data(using: .utf16LittleEndian)).write(to: URL(fileURLWithPath: plain))
    let done = try link(path, plain, "--format", "jsonld")
    let pages = try #require(try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [[String: Any]], "\(done)")
    #expect(pages.count == 2)
    let article = try #require(pages[0]["article"] as? [String: String])
    #expect(
      article == [
        "id": "https://journal.example/a%20b?x=1", "title": "L'Alpine de Dieppe", "date": "2026-05-04", "publisher": "Le Journal",
        "language": "fr",
      ])
    #expect((pages[1]["article"] as? [String: String])?["id"] == "file://" + plain)
    for (page, text) in [(pages[0], Self.page.replacing("’", with: "'")), (pages[1], Self.text)] {
      let scalars = Array(text.unicodeScalars)
      let items = try #require(page["items"] as? [[String: Any]])
      #expect(items.count >= 3)
      for item in items {
        let selectors = try #require((item["target"] as? [String: Any])?["selector"] as? [[String: Any]])
        let (start, end) = (try #require(selectors[0]["start"] as? Int), try #require(selectors[0]["end"] as? Int))
        func slice(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)])) }
        #expect(selectors[1]["exact"] as? String == slice(start..<end))
        #expect(selectors[1]["prefix"] as? String == slice(max(0, start - 32)..<start))
        #expect(selectors[1]["suffix"] as? String == slice(end..<end + 32))
      }
    }
    let alone = try link(path, "--format", "jsonld")
    let source = try #require(try objects(alone).first?["items"] as? [[String: Any]]).first?["target"] as? [String: Any]
    #expect(source?["source"] as? String == "https://journal.example/a%20b?x=1")
  }

  @Test func oneListOrPageForSeveral() throws {
    let folder = try TemporaryFolder()
    let names = ["a#.txt", "b.txt"]
    for name in names { try Data(Self.text.utf8).write(to: URL(fileURLWithPath: folder.path(name))) }
    let page = try link(folder.path(names[0]), folder.path(names[1]), "--format", "html")
    #expect(page.output.components(separatedBy: "<!doctype html>").count == 2 && page.output.hasSuffix("</html>\n"))
    #expect(page.output.contains("id=\"a1m1\"") && page.output.contains("href=\"#a2m4\"") && page.output.contains("<h1>b</h1>"))
    let missing = try link(folder.path(names[0]), folder.path("none.txt"), "--format", "jsonld")
    #expect(missing.status == 66)
    let pages = try #require(try JSONSerialization.jsonObject(with: Data(missing.output.utf8)) as? [[String: Any]], "\(missing)")
    #expect(pages.count == 1 && (pages[0]["article"] as? [String: String])?["id"]?.hasSuffix("/a%23.txt") == true)
  }

  @Test func aPageHoldsHostileTextAsText() throws {
    let hostile = "<script>alert(1)</script> & \"Renault\" <img src=x onerror=y> \u{202E}Dacia\u{7}\n\nAlpine A390."
    let page = try link("-", "--format", "html", input: "Texte : " + hostile)
    #expect(page.status == 0)
    #expect(!page.output.contains("<script>") && !page.output.contains("<img") && !page.output.contains("\u{202E}"))
    #expect(page.output.contains("data-entity=\"alpine-a390\"") && page.output.contains("default-src 'none'"))
    #expect(page.output.contains("<h3><mark class=\"vehicle\">Vehicles</mark></h3>"))
  }

  @Test func readingWithoutAndWithColours() throws {
    let plain = try link("-", "--format", "read")
    #expect(plain.output.hasPrefix("L’[usine de Cléon|cleon-plant] produit le [7DL|motor-7dl] pour l’[Alpine A390|alpine-a390]."))
    #expect(plain.output.contains("4 mentions of 4 entities"))
    let coloured = try link("-", "--format", "read", "--color", "always")
    #expect(coloured.output.contains("\u{1B}[1;32musine\u{1B}[0m") && coloured.output.contains("Sites and places"))
  }

  @Test func whyAndWhyNot() throws {
    let why = try link("-", "--why", "--format", "list")
    #expect(why.output.contains("cleon-town (Cléon)"))
    #expect(why.output.contains("townNounBefore: maire 55–60"))
    let places = try objects(try link("-", "--why"))
    #expect(places.count == 4 && places.allSatisfy { $0["cues"] is [Any] && $0["none"] as? Int == 50 })
    let not = try objects(try link("-", "--why-not", "cleon-plant"))
    #expect(not.count == 1 && not[0]["entity"] as? String == "cleon-town" && not[0]["start"] as? Int == 64)
    let absent = try link("-", "--why-not", "tesla")
    #expect(absent.output == "" && absent.errors.contains("none of the names of tesla"))
    let unknown = try link("-", "--why-not", "tesls")
    #expect(unknown.status == 1 && unknown.errors.contains("E804") && unknown.errors.contains("tesla: Tesla"))
    #expect(try objects(try link("-", "--why-not", "usine de CLEON")).count == 1)
    let longer = try link("-", "--why-not", "renault", input: "Renault Group vend.\n")
    #expect(longer.output == "" && longer.errors.contains("only within longer ones: “Renault Group” 0–13, which names "))
    #expect(try Program("link", "-", "--why", "--save").status == 64)
  }

  @Test func evaluation() throws {
    let table = try Program("link", "--eval", "Tests/Gold/carmakers", "--catalogue", Self.catalogue)
    #expect(table.status == 0)
    #expect(table.lines.contains { $0.hasPrefix("strict") } && table.lines.contains { $0.hasPrefix("traps hit: ") })
    #expect(try Program("link", "--eval", "/nowhere", "--catalogue", Self.catalogue).status == 66)
    #expect(try Program("link", "--eval", "a", "b.txt").status == 64)
  }

  private static let others = ProcessInfo.processInfo.environment["SILLAGE_LINKING"]

  /// The scorer that came with the gold articles and ours give the same figures.
  @Test(.enabled(if: others != nil, "SILLAGE_LINKING names no folder with a scorer: figures are NOT compared"))
  func figuresAgreeWithAnotherScorer() throws {
    let root = try #require(Self.others)
    let catalogue = root + "/entities.json"
    let ours = try #require(
      try objects(
        try Program("link", "--eval", root + "/gold-dev", "--catalogue", catalogue, "--format", "jsonl")
      ).first)
    let files = try FileManager.default.contentsOfDirectory(atPath: root + "/gold-dev").filter { $0.hasSuffix(".txt") }
    let links = try Program(
      ["link", "--catalogue", catalogue] + files.map { root + "/gold-dev/" + $0 }, input: "", environment: [:])
    let folder = try TemporaryFolder()
    try Data(links.output.utf8).write(to: URL(fileURLWithPath: folder.path("pred.jsonl")))
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let scored = try Program(
      ["python3", root + "/score.py", "--gold", root + "/gold-dev", "--json", folder.path("pred.jsonl")], input: "",
      environment: ["PATH": path], file: URL(fileURLWithPath: "/usr/bin/env"))
    let theirs = try #require(
      try JSONSerialization.jsonObject(with: Data(scored.output.utf8)) as? [String: Any], "\(scored.errors)")
    for key in ["strict", "span", "lenient", "entity_doc", "type", "FN", "FP", "traps", "recall_by_kind"] {
      #expect(ours[key] as? NSDictionary == theirs[key] as? NSDictionary, "\(key)")
    }
    #expect(ours["macro_doc_F1"] as? Double == theirs["macro_doc_F1"] as? Double)
  }
}

/// `suggest` and `review`, in a copy of the project.
@Suite("Suggestions and reviews from the command line", .serialized)
struct ReviewCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["sillage.yaml", "graph-data", "queries"] {
      try FileManager.default.copyItem(at: Program.root.appending(path: name), to: folder.url.appending(path: name))
    }
    try Data("Le Zyphrax de Renault arrive. On attend le Zyphrax à Cléon.\n".utf8).write(to: folder.url.appending(path: "a.txt"))
  }

  private func run(_ arguments: String..., input: String = "", file: URL = Program.file) throws -> Program {
    try Program(arguments, input: input, environment: [:], folder: folder.url, file: file)
  }

  private func decisions() -> String {
    (try? String(contentsOf: folder.url.appending(path: "graph-data/mentions.yaml"), encoding: .utf8)) ?? ""
  }

  @Test func suggestions() throws {
    let names = try run("suggest", "a.txt", "--quiet")
    #expect(names.lines.first == "2 × Zyphrax")
    let claims = try run("suggest", "-", "--claims", "--quiet", input: "L’usine de Cléon produit le 7DL.\n")
    #expect(
      claims.output.contains("{cleon-plant produces: motor-7dl, modality: fact, quote: \"Cléon produit le 7DL\"")
        || claims.output.contains("cleon-plant produces: motor-7dl"))
    #expect(try run("suggest", "a.txt", "a.txt", "--claims").status == 64)
  }

  @Test func aTalkThroughATerminal() throws {
    let command = "'\(Program.file.path)' review a.txt --color never --quiet"
    let talk = try run(
      "-qec", command, "/dev/null", input: "zzz\nw\n\nVehicle\nzyphrax\nu\nn\nq\n", file: URL(fileURLWithPath: "/usr/bin/script"))
    #expect(talk.output.contains("[Zyphrax]") && talk.output.contains("an unknown name"))
    #expect(talk.output.contains("there is no entity `zzz`"))
    #expect(decisions().contains("at: 3-10, words: \"Zyphrax\", entity: none}"), "\(talk.output)")
    #expect(!decisions().contains("zyphrax}"))
  }

  @Test func wrongAnswersAreAskedAgain() throws {
    let command = "'\(Program.file.path)' review a.txt --color never --quiet"
    let talk = try run(
      "-qec", command, "/dev/null", input: "?\nw\n\n?\nVehicel\nVehicle\nZy phrax\nzyphrax\nq\n",
      file: URL(fileURLWithPath: "/usr/bin/script"))
    #expect(talk.output.contains("n      it names no entity") && talk.output.contains("types: Org, "))
    #expect(talk.output.contains("did you mean `Vehicle`?") && talk.output.contains("`Zy phrax` is no id"))
    #expect(decisions().contains("at: 3-10, words: \"Zyphrax\", entity: zyphrax}"), "\(talk.output)")
  }

  @Test func withoutATerminal() throws {
    let alone = try run("review", "a.txt", "--quiet")
    #expect(alone.status != 0 && alone.errors.contains("E819"))
    let list = try run("review", "a.txt", "--list", "--quiet")
    #expect(list.lines.contains { $0.contains("\"start\":3,\"end\":10") })
    let batch = try run(
      "review", "a.txt", "--batch", "-", input: #"{"path":"a.txt","start":3,"end":10,"decision":"entity","entity":"alpine-a390"}"#)
    #expect(batch.status == 0 && batch.errors.contains("noted 1 decision, "))
    let linked = try run("link", "a.txt", "--quiet")
    #expect(linked.lines.first?.contains("\"entity\":\"alpine-a390\"") == true)
    let wrong = try run("review", "a.txt", "--batch", "-", input: "{\"path\":\"a.txt\"}\n")
    #expect(wrong.status == 65 && wrong.errors.contains("E615") && wrong.errors.contains("<stdin>:1:1"))
  }

  @Test func savingTellsWhatChanged() throws {
    _ = try run("build")
    let first = try run("link", "a.txt", "--save", "--no-build")
    #expect(first.errors.contains(" added, 0 changed, 0 removed, 0 as before"))
    #expect(try run("link", "a.txt", "--save", "--no-build").errors.contains("as before"))
    try Data([0x41, 0x00, 0x42]).write(to: folder.url.appending(path: "b.txt"))
    try Data("Une autre Alpine A390.".utf8).write(to: folder.url.appending(path: "c.txt"))
    let some = try run("link", "b.txt", "a.txt", "none.txt", "c.txt", "--save", "--no-build")
    #expect(some.status == 65 && some.errors.contains("E602") && some.errors.contains("none.txt"), "\(some)")
    #expect(some.errors.contains("as before") && some.errors.contains(": 1 added, 0 changed, 0 removed, 0 as before"), "\(some)")
    try Data("mentions:\n".utf8).write(to: folder.url.appending(path: "graph-data/mentions.yaml"))
    _ = try run(
      "review", "a.txt", "--batch", "-", "--no-build",
      input: #"{"path":"a.txt","start":3,"end":10,"decision":"entity","entity":"alpine-a390"}"#)
    let changed = try run("link", "a.txt", "--save", "--no-build")
    #expect(changed.errors.contains(": 1 added, 0 changed, 0 removed, ") && changed.errors.contains("+ 3–10 Zyphrax: alpine-a390"))
  }

  @Test func savingAgainAfterTheTextChanged() throws {
    let brands = folder.url.appending(path: "graph-data/brands/renault-group.yaml")
    let text = try String(contentsOf: brands, encoding: .utf8)
    try Data("Jean Zyphrax visite Renault.\n".utf8).write(to: folder.url.appending(path: "r.md"))
    let first = try run("link", "r.md", "--save")
    #expect(first.errors.contains(": 1 added, 0 changed, 0 removed, 0 as before"), "\(first.errors)")
    for _ in 1...2 {
      let with = text.replacingOccurrences(of: "aliases: [marque Renault,", with: "aliases: [Jean Zyphrax, marque Renault,")
      try #require(with != text)
      try Data(with.utf8).write(to: brands)
      let more = try run("link", "r.md", "--save")
      #expect(more.errors.contains(": 1 added, 0 changed, 0 removed, 1 as before\n  + 0–12 Jean Zyphrax: renault"), "\(more.errors)")
      #expect(more.errors.contains("kept 1 saved article with 1 mention\n"))
      try Data(text.utf8).write(to: brands)
      #expect(try run("build").errors.contains("kept 1 saved article with 2 mentions\n"))
      let less = try run("link", "r.md", "--save")
      #expect(less.errors.contains(": 0 added, 0 changed, 1 removed, 1 as before\n  - 0–12 Jean Zyphrax: renault"), "\(less.errors)")
    }
  }

  @Test func mentionsOfWhatTheDatabaseLacks() throws {
    _ = try run("build")
    _ = try run(
      "review", "a.txt", "--batch", "-",
      input: #"{"path":"a.txt","start":3,"end":10,"decision":"new","entity":"zyphrax","type":"Vehicle"}"#)
    let old = try run("link", "a.txt", "--save", "--no-build")
    #expect(old.errors.contains("  ? 3–10 Zyphrax: zyphrax is not in the database; `sillage build`"), "\(old.errors)")
    let new = try run("link", "a.txt", "--save")
    #expect(new.errors.contains("  + 3–10 Zyphrax: zyphrax"), "\(new.errors)")
    let list = try run("link", "a.txt", "--format", "list").lines.map { $0.split(separator: " ") }
    #expect(list.contains { $0.dropFirst() == ["Zyphrax", "zyphrax", "Zyphrax", "Vehicle", "1.00"] }, "\(list)")
  }
}
