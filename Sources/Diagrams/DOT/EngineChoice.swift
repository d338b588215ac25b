/// A layout of Graphviz, to ask for by name.
public enum DiagramEngine: String, Hashable, Sendable, CaseIterable {
  case dot, sfdp, fdp, neato, twopi, circo
}

/// The Graphviz layout for a number of nodes. By what can be read: `dot` to 60 nodes, since beyond that the columns of a
/// neighbourhood grow longer than any page, and `sfdp` makes a picture of 200 that is as wide as a slide. Where columns
/// are fixed, by measured times: `dot` alone to 150 nodes, with capped effort to 600, and `sfdp` beyond, which draws 2,000 nodes in
/// seconds where `dot` takes minutes.
///
/// `newrank` is always set: without it, `dot` fails on many clustered graphs with edge labels and still writes a picture with
/// edges missing. Orthogonal lines are never asked for: they abort or take minutes.
enum EngineChoice: Hashable, Sendable {
  case layered
  case layeredWithCappedEffort
  case springs(DiagramEngine)

  /// The engine that is asked for, else the one for so many nodes.
  init(nodeCount: Int, kind: DiagramKind, asked: DiagramEngine? = nil) {
    let mostLayered = kind.hasFixedColumns || kind == .timeline ? 600 : 60
    switch (asked, nodeCount) {
    case (nil, (mostLayered + 1)...): self = .springs(.sfdp)
    case (nil, ...150), (.dot, ...150): self = .layered
    case (nil, _), (.dot, _): self = .layeredWithCappedEffort
    case (let engine?, _): self = .springs(engine)
    }
  }

  /// Where the phrase of a line is written: beside the finished line where room for labels would cost seconds.
  var edgeLabelAttribute: String { self == .layered ? "label" : "xlabel" }

  func apply(to graph: inout DOTAttributes, for kind: DiagramKind) {
    switch self {
    case .layered, .layeredWithCappedEffort:
      graph.plain("rankdir", kind.isTopDown ? "TB" : "LR")
      graph.plain("newrank", "true")
      graph.plain("splines", "spline")
      graph.plain("nodesep", kind.isTopDown ? "0.3" : kind == .map ? "0.38" : "0.22")
      graph.plain("ranksep", kind == .timeline ? "0.12" : "0.75")
      if self == .layeredWithCappedEffort {
        graph.plain("nslimit", "2")
        graph.plain("nslimit1", "2")
        graph.plain("mclimit", "0.5")
      }
    case .springs(let engine):
      graph.plain("layout", engine.rawValue)
      graph.plain("splines", "line")
      graph.plain("overlap", "prism")
      graph.plain("sep", "+6")
      graph.plain("K", "0.8")
      graph.plain("repulsiveforce", "1.6")
    }
  }
}
