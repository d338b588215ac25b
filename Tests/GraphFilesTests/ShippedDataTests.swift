import Diagnostics
import Foundation
import GraphFiles
import Testing

/// The graph that is shipped, read as `sillage build` reads it.
@Suite struct ShippedDataTests {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  @Test func `the shipped text has no fault`() throws {
    let files = try GraphFolder.read("graph-data", ofProject: Self.project)
    let (records, diagnostics) = GraphFileReader.read(files)
    let renderer = DiagnosticRenderer()
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.source) })
    let report = renderer.render(diagnostics, sources: { texts[$0] })
    #expect(diagnostics.isEmpty, "\(report)")
    #expect(records.entities.count >= 918)
    #expect(records.relations.count >= 1543)
    #expect(records.observations.count >= 77)
    #expect(records.sources.count >= 167)
    #expect(records.claims.filter { $0.id.value.hasPrefix("seed-") }.count == 134)
    #expect(records.claimLinks.count >= 25)
    #expect(records.articles.count >= 3)
  }
}
