import Diagrams
import Foundation
import FoundationXML
import Testing

@Suite struct FormatTests {
  private let writer = DOTWriter()

  @Test(arguments: GoldenTests.cases) func mermaidIsOfItsSyntax(_ sample: GoldenTests.Case) throws {
    let text = MermaidWriter(sample.writer).write(sample.model)
    try MermaidCheck.check(text)
    #expect(
      text.split(separator: "\n").count { $0.contains("[\"") && !$0.contains("subgraph") } == sample.model.nodes.count + sample.model.omitted.count)
  }

  @Test func mermaidSaysWhatDotSays() {
    let text = MermaidWriter(writer).write(Samples.neighbourhood)
    #expect(text.contains("n_cleon_plant[\"POWERTRAIN PLANT<br/>Cléon<br/>Seine-Maritime, since 1958\"]:::subject"))
    #expect(text.contains("n_cleon_plant -.->|\"produces<br/>planned 2027\"| n_motor_shanghai_edrive_80"))
  }

  @Test func mermaidChecksAreNoFormality() {
    for wrong in ["---\ntitle: \"a\"b\"\n---\nflowchart LR\n", "---\ntitle: \"a\"\n---\nflowchart LR\n  n_a[\"<b>\"]:::blue\n", "graph\n"] {
      #expect(throws: MermaidCheck.Fault.self) { try MermaidCheck.check(wrong) }
    }
  }

  @Test func graphMLHasPositionsAndColours() throws {
    let file = try XMLDocument(xmlString: GraphMLWriter(writer).write(Samples.chain))
    #expect(try file.nodes(forXPath: "//*[local-name()='node']").count == 6)
    #expect(try file.nodes(forXPath: "//*[local-name()='edge']").count == 6)
    let site = "//*[local-name()='node'][@id='cleon-plant']/*[@key='n-KEY']"
    let value = { (key: String) in try file.nodes(forXPath: site.replacingOccurrences(of: "KEY", with: key)).first?.stringValue }
    #expect(try value("r") == "238" && value("g") == "221" && value("b") == "136")
    #expect(try value("label") == "Cléon")
    let columns = try Set(
      ["cleon-plant", "motor-7dl", "alpine-a390", "alpine", "renault-group"].map { id in
        try file.nodes(forXPath: "//*[@id='\(id)']/*[@key='n-x']").first?.stringValue ?? ""
      })
    #expect(columns.count == 5)
  }

  @Test func gexfHasPositionsAndColours() throws {
    let file = try XMLDocument(xmlString: GEXFWriter(writer).write(Samples.neighbourhood))
    #expect(try file.nodes(forXPath: "//*[local-name()='position']").count == Samples.neighbourhood.nodes.count)
    let colour = try file.nodes(forXPath: "//*[local-name()='node'][@id='cleon-plant']/*[local-name()='color']/@r").first
    #expect(colour?.stringValue == "36")
    let edge = try #require(file.nodes(forXPath: "//*[local-name()='edge'][@source='cleon-plant'][@target='motor-shanghai-edrive-80']").first)
    #expect(edge.xmlString.contains("value=\"planned\"") && edge.xmlString.contains("value=\"2027\""))
  }

  @Test func theTreeReadsAsSentences() {
    let text = TreeWriter(writer).write(Samples.chain)
    #expect(text.contains("Cléon (powertrain plant, Seine-Maritime, since 1958)\n├─ produces → 6AM (electric motor), since 2022\n└─ produces → 7DL"))
    #expect(TreeWriter(writer, unicode: false).write(Samples.chain).contains("|- produces -> 6AM"))
    let dates = TreeWriter(writer).write(Samples.timeline)
    #expect(dates.contains("1958       ● Cléon plant opens") && dates.contains("2026-07-01 ○ Back to Renault Group (reorganisation · planned)"))
  }

  @Test func aPictureSaysWhatItShowsAndWhereItComesFrom() throws {
    let dot = writer.write(Samples.chain)
    let svg = SVGFinish(Samples.chain, writer: writer).finish(try GraphvizRenderer().render(dot: dot, format: .svg), dot: dot)
    let text = String(decoding: svg, as: UTF8.self)
    let file = try XMLDocument(xmlString: text)
    #expect(try file.nodes(forXPath: "/*/@role").first?.stringValue == "graphics-document document")
    #expect(try file.nodes(forXPath: "/*/@lang").first?.stringValue == "en")
    #expect(text.contains("<desc id=\"d-desc\">Alpine brand of Renault Group. Alpine A390 marketed by Alpine."))
    #expect(text.contains("<fact name=\"As of\">2026-03-31</fact>") && text.contains("<fact name=\"Made by\">sillage 0.1.0</fact>"))
    #expect(!text.contains("<!DOCTYPE") && !text.contains(".dtd"))
    #expect(SVGFinish.fingerprint(in: svg) == dot.diagramFingerprint)
    #expect(SVGFinish.fingerprint(in: Array("<svg></svg>".utf8)) == nil)
  }

  @Test func allFormatsAreTheSameWhateverTheOrder() {
    for sample in GoldenTests.cases {
      var turned = sample.model
      turned.nodes.reverse()
      turned.edges.reverse()
      #expect(MermaidWriter(sample.writer).write(turned) == MermaidWriter(sample.writer).write(sample.model))
      #expect(GraphMLWriter(sample.writer).write(turned) == GraphMLWriter(sample.writer).write(sample.model))
      #expect(GEXFWriter(sample.writer).write(turned) == GEXFWriter(sample.writer).write(sample.model))
      #expect(TreeWriter(sample.writer).write(turned) == TreeWriter(sample.writer).write(sample.model))
      #expect(HTMLPage(turned, writer: sample.writer).write(svg: nil) == HTMLPage(sample.model, writer: sample.writer).write(svg: nil))
    }
  }
}
