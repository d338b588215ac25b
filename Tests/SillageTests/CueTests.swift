import EntityLinking
import Foundation
import GraphFiles
import Testing

@testable import Sillage

@Suite("Cues as text")
struct CueTests {
  @Test("The cues that come with the program are those of the shipped graph, and right")
  func builtIn() throws {
    let file = try Data(contentsOf: URL(fileURLWithPath: ShippedGraph.root + "/graph-data/cues.yaml"))
    #expect(BuiltInCues.bytes == [UInt8](file))
    #expect(CueReading(BuiltInCues.records).diagnostics == [])
    #expect(BuiltInCues.table.formCues.count > 40)
  }

  @Test("Every cue that the program knows has a weight")
  func weights() {
    let weighed = Set(BuiltInCues.records.weights.map(\.cue.value))
    let known = CueReading.cueNames.filter { !["listedFor", "listedAgainst", "listedAgainstFarther", "reviewed"].contains($0) }
    #expect(Set(known).subtracting(weighed) == [])
  }

  @Test(
    "A fault in the cues stops a build, with its place",
    arguments: [
      ("    longName: 95", "    longNam: 95", "E611"), ("      longName: 95,", "      longName: much,", "E423"),
      ("    brandNoun: |", "    brandNown: |", "E611"), ("    brandNoun: |\n", "    brandNoun: |\n      one two three,\n", "E612"),
      ("    - form: dacia\n", "    - form: dacia nova felix\n", "E612"), ("  forms:", "  form:", "E407"),
      ("    subsidiary_of:\n      words", "    subsidiary_off:\n      words", "E413"),
    ])
  func faults(old: String, new: String, code: String) throws {
    let copy = try ProjectCopy()
    let text = try String(contentsOfFile: copy.root + "/graph-data/cues.yaml", encoding: .utf8)
    guard text.contains(old) else { return #expect(code == "E611", "no \(old)") }
    try copy.replace(old, by: new, in: "graph-data/cues.yaml")
    let found = try copy.faults()
    #expect(found.count == 1 && found[0].hasPrefix("graph-data/cues.yaml:") && found[0].hasSuffix(" \(code)"), "\(found)")
  }

  @Test("A project's cues decide its links, and may lie over the built-in ones")
  func ofAProject() throws {
    let copy = try ProjectCopy()
    let text = "La Zoe roule vite dans la ville."
    let entity = #"[{"id":"zoe","type":"vehicle","name":"Renault Zoe","aliases":["Zoe"]}]"#
    try Data(entity.utf8).write(to: URL(fileURLWithPath: copy.root + "/c.json"))
    func links() throws -> [String] {
      let linker = try ArticleLinker(
        catalogueFile: copy.root + "/c.json", try LinkingKnowledge.nearest(above: copy.root + "/queries"))
      return try linker.link(Array(text.utf8), document: "a.txt").mentions.map(\.entity.id)
    }
    #expect(try links() == ["zoe"])
    let form = #"{"form": "zoe", "near": ["ville"], "weight": -100}"#
    for own in [
      "cues:\n  extends: built-in\n  forms:\n    - \(form)\n", "# ours\n\"cues\" :\n  extends: built-in\n  forms: [\(form)]\n",
      "{\"cues\": {\"extends\": \"built-in\", \"forms\": [\(form)]}}", "\n{\n  cues: {extends: built-in, forms: [\(form)]}\n}\n",
    ] {
      try Data(own.utf8).write(to: URL(fileURLWithPath: copy.root + "/graph-data/cues.yaml"))
      #expect(try links() == [], "\(own)")
    }
  }

  @Test(
    "Words stand in a list, or in one text with commas between them, and a fault is told at its word",
    arguments: [
      ("[marque, usine d, one two three, maison]", 5, 34), ("marque, usine d, one two three, maison", 5, 33),
      ("|\n      marque, usine d,\n\n      one two three,\n      maison", 8, 7), ("\"marque, usine d, one two three\\u002C maison\"", 5, 34),
    ])
  func wordsInText(words: String, line: Int, column: Int) throws {
    let yaml = "# ours\ncues:\n  extends: built-in\n  words:\n    brandNoun: \(words)\n"
    let source = SourceText(name: "cues.yaml", bytes: Array(yaml.utf8))
    let (records, _, faults) = LinkingFiles.read([GraphFile(path: "cues.yaml", bytes: Array(yaml.utf8))])
    #expect(faults.isEmpty)
    #expect(records.classes.first?.words.map(\.value) == ["marque", "usine d", "one two three", "maison"])
    let reading = CueReading(records)
    let place = source.place(of: try #require(reading.diagnostics.first).span.start)
    #expect(reading.diagnostics.map(\.code.name) == ["E612"] && (place.line, place.column) == (line, column), "\(place)")
  }
}
