import ResultFormats
import Sillage
import Testing

@Suite("Lines of JSON for mentions")
struct MentionLinesTests {
  @Test func areThoseOfTheirValues() {
    let list = MentionList(
      document: "a/b \"c\".md", source: ArticleSource(text: []),
      mentions: [
        MentionReport(
          offsets: 1..<4, line: 1, column: 2, text: "R\"5\né", entity: EntityName(id: "r5", name: "Renault 5", types: []), score: 0.85),
        MentionReport(
          offsets: 10..<11, line: 2, column: 1, text: "x", entity: EntityName(id: "y", name: "Y", types: []), score: 1, isUncertain: true),
      ])
    var expected: [UInt8] = []
    for mention in list.mentions {
      JSONWriter.append(mention.json(document: list.document), to: &expected)
      expected.append(UInt8(ascii: "\n"))
    }
    #expect(list.mentions.count == 2 && list.jsonLines == expected)
  }
}
