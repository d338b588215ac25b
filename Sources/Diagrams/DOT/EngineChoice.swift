/// The Graphviz layout for a number of nodes, by measured times: `dot` alone to 150 nodes, `dot` with capped effort to 600,
/// `sfdp` beyond, which draws 2,000 nodes in seconds where `dot` takes minutes.
///
/// `newrank` is always set: without it, `dot` fails on many clustered graphs with edge labels and still writes a picture with
/// edges missing. Orthogonal lines are never asked for: they abort or take minutes.
enum EngineChoice: Hashable, Sendable {
  case layered
  case layeredWithCappedEffort
  case springs

  init(nodeCount: Int) {
    switch nodeCount {
    case ...150: self = .layered
    case ...600: self = .layeredWithCappedEffort
    default: self = .springs
    }
  }

  /// Where the phrase of a line is written: beside the finished line where room for labels would cost seconds.
  var edgeLabelAttribute: String { self == .layered ? "label" : "xlabel" }

  func apply(to graph: inout DOTAttributes) {
    switch self {
    case .layered, .layeredWithCappedEffort:
      graph.plain("rankdir", "LR")
      graph.plain("newrank", "true")
      graph.plain("splines", "spline")
      graph.plain("nodesep", "0.22")
      graph.plain("ranksep", "0.75")
      if self == .layeredWithCappedEffort {
        graph.plain("nslimit", "2")
        graph.plain("nslimit1", "2")
        graph.plain("mclimit", "0.5")
      }
    case .springs:
      graph.plain("layout", "sfdp")
      graph.plain("splines", "line")
      graph.plain("overlap", "prism")
    }
  }
}
