import Diagnostics
import Foundation
import Testing

@testable import CypherSyntax

@Suite struct FeatureCorpusTests {
  /// The details that the words of a query alone decide.
  static let syntacticDetails: Set<String> = [
    "UnexpectedSyntax", "InvalidNumberLiteral", "InvalidUnicodeLiteral", "InvalidUnicodeCharacter", "IntegerOverflow",
    "FloatingPointOverflow", "InvalidRelationshipPattern", "InvalidClauseComposition",
  ]

  @Test(
    "Every query of the conformance kit parses, or fails as its scenario says",
    .enabled("set SILLAGE_TCK to a folder that holds the kit's features/") { FeatureCorpus.folder != nil })
  func corpus() throws {
    let cases = try FeatureCorpus.cases(in: try #require(FeatureCorpus.folder))
    #expect(cases.count > 1_000)
    for item in cases {
      let result = parse(SourceText(name: "<query>", text: item.query))
      let detail = result.diagnostics.first?.fault?.detail.rawValue
      if let expected = item.expectedDetail, Self.syntacticDetails.contains(expected) {
        #expect(detail == expected, "\(item.place)\n\(item.query)")
      } else {
        #expect(detail == nil, "\(item.place)\n\(item.query)\n\(result.diagnostics.first?.message ?? "")")
      }
    }
  }
}
