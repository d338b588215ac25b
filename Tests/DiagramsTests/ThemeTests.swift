import Diagrams
import Foundation
import Testing

@Suite struct ThemeTests {
  static let themes = ["light", "dark", "print"]

  private func theme(_ name: String) throws -> DiagramTheme { try #require(DiagramTheme.named(name)) }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    ColourContrast.ratio(try #require(ColourContrast.luminance(one)), try #require(ColourContrast.luminance(other)))
  }

  @Test(arguments: themes, Swatch.allCases) func wordsAreReadableOnEveryFill(_ name: String, _ swatch: Swatch) throws {
    let theme = try theme(name)
    #expect(try contrast(theme.text, theme.colour(of: swatch)) >= 4.5)
    #expect(try contrast(theme.edgeText, theme.colour(of: swatch)) >= 3.4)
  }

  @Test(arguments: themes) func wordsAndLinesAreReadableOnTheBackground(_ name: String) throws {
    let theme = try theme(name)
    for colour in [
      theme.text, theme.edgeText, theme.quietText, theme.plannedEdge, theme.claimedEdge, theme.negatedEdge, theme.supportingEdge,
    ] {
      #expect(try contrast(colour, theme.background) >= 4.5, "\(colour)")
      #expect(try contrast(colour, theme.clusterFill) >= 4.5, "\(colour)")
    }
    #expect(try contrast(theme.edge, theme.background) >= 3)
    #expect(try contrast(theme.subjectText, theme.subjectFill) >= 4.5)
    #expect(try contrast(theme.subjectQuietText, theme.subjectFill) >= 4.5)
  }

  /// The least distance between two fills, in CIE 1976 L*a*b*, for usual vision and for those who lack one kind of cone.
  @Test(arguments: ["light", "dark"]) func fillsStayApartForEveryColourVision(_ name: String) throws {
    let theme = try theme(name)
    let fills = Swatch.allCases.filter { $0 != .white }.map { theme.colour(of: $0) }
    for (vision, matrix) in Vision.matrices {
      let colours = fills.map { Vision.lab(Vision.seen($0, matrix)) }
      for one in colours.indices {
        for other in colours.indices where other > one {
          let distance = zip(colours[one], colours[other]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
          #expect(distance >= 13, "\(vision): \(fills[one]) and \(fills[other]) are \(distance) apart")
        }
      }
    }
  }

  /// Without colour, no two kinds of line look the same, and no two types of thing share fill, shape and word.
  @Test func inPrintNothingIsToldByColourAlone() {
    let edges = DiagramEdgeStatus.allCases.map { DiagramEdge(from: "a", to: "b", type: "PRODUCES", status: $0) }
    var words: Set<String> = []
    for edge in edges {
      let model = DiagramModel(kind: .paths, title: "T", nodes: [], edges: [edge])
      let line = DOTWriter(style: Samples.print).write(model).split(separator: "\n").first { $0.contains(" -> ") }.map(String.init) ?? ""
      words.insert(line.replacing(#/ (?:id|class|tooltip|labeltooltip)="[^"]*",?/#, with: ""))
    }
    #expect(words.count == edges.count)
  }

  @Test func contrastIsThatOfTheStandard() throws {
    #expect(abs(try contrast("#000000", "#FFFFFF") - 21) < 0.001)
    #expect(abs(try contrast("#777777", "#FFFFFF") - 4.478) < 0.01)
    #expect(ColourContrast.luminance("#12345") == nil && ColourContrast.luminance("red") == nil && ColourContrast.luminance("#-12345") == nil)
  }
}

/// How colours look to people with each vision (Machado, Oliveira and Fernandes, 2009, severity 1).
private enum Vision {
  static let matrices: [(String, [[Double]])] = [
    ("usual", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    ("deuteranopia", [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
  ]

  static func seen(_ colour: String, _ matrix: [[Double]]) -> [Double] {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let linear = [value >> 16 & 255, value >> 8 & 255, value & 255].map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return matrix.map { row in min(1, max(0, zip(row, linear).map { $0 * $1 }.reduce(0, +))) }
  }

  static func lab(_ rgb: [Double]) -> [Double] {
    let x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047
    let y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]
    let z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883
    let root = { (value: Double) in value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116 }
    return [116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))]
  }
}
