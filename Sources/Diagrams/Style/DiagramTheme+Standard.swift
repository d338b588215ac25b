extension DiagramTheme {
  /// Dark words on white: screens and slides. The fills are Paul Tol's "light" scheme.
  public static let light = DiagramTheme(
    background: "#FFFFFF", text: "#1F2328", quietText: "#57606A", nodeBorder: "#57606A", subjectFill: "#24292F",
    subjectText: "#FFFFFF", subjectQuietText: "#D0D7DE", clusterFill: "#F6F8FA", clusterBorder: "#D0D7DE",
    edge: "#6E7781", edgeText: "#424A53", fadedEdge: "#8C959F", plannedEdge: "#0A5CA8", claimedEdge: "#7A3E9D",
    negatedEdge: "#B33C00", supportingEdge: "#00694E",
    swatches: [
      .blue: "#77AADD", .cyan: "#99DDFF", .mint: "#44BB99", .pear: "#BBCC33", .yellow: "#EEDD88", .orange: "#EE8866",
      .pink: "#FFAABB", .grey: "#EEEEEE", .white: "#FFFFFF",
    ])

  /// Light words on near-black: dark slides. The fills were searched for the largest distance between any two of them for every
  /// common colour vision, under the contrast that the words need.
  public static let dark = DiagramTheme(
    background: "#0D1117", text: "#F0F3F6", quietText: "#AEB6C0", nodeBorder: "#8B949E", subjectFill: "#F0F3F6",
    subjectText: "#0D1117", subjectQuietText: "#3A424B", clusterFill: "#161B22", clusterBorder: "#30363D",
    edge: "#8B949E", edgeText: "#C9D1D9", fadedEdge: "#6E7681", plannedEdge: "#6CB6FF", claimedEdge: "#D2A8FF",
    negatedEdge: "#FF9E64", supportingEdge: "#56D4A8",
    swatches: [
      .blue: "#071694", .cyan: "#066397", .mint: "#184138", .pear: "#333610", .yellow: "#8C6007", .orange: "#A64D3C",
      .pink: "#701865", .grey: "#6A6A68", .white: "#0D1117",
    ])

  /// Black on white, for printers without colour: fills are greys or none, and every difference is also a shape, a dash or a word.
  public static let print = DiagramTheme(
    background: "#FFFFFF", text: "#000000", quietText: "#333333", nodeBorder: "#000000", subjectFill: "#000000",
    subjectText: "#FFFFFF", subjectQuietText: "#DDDDDD", clusterFill: "#FFFFFF", clusterBorder: "#777777",
    edge: "#333333", edgeText: "#000000", fadedEdge: "#777777", plannedEdge: "#000000", claimedEdge: "#000000",
    negatedEdge: "#000000", supportingEdge: "#000000",
    swatches: [
      .blue: "#D4D4D4", .cyan: "#E6E6E6", .mint: "#DDDDDD", .pear: "#F2F2F2", .yellow: "#F7F7F7", .orange: "#C4C4C4",
      .pink: "#ECECEC", .grey: "#FFFFFF", .white: "#FFFFFF",
    ])

  /// A theme by its name: `light`, `dark` or `print`.
  public static func named(_ name: String) -> DiagramTheme? { ["light": light, "dark": dark, "print": print][name] }
}
