/// The style sheet of a standalone page, in the colours of a theme.
enum PageStyle {
  static func text(_ theme: DiagramTheme) -> String {
    """
    :root { color-scheme: \(isDark(theme) ? "dark" : "light"); }
    * { box-sizing: border-box; }
    body { margin: 0; background: \(theme.background); color: \(theme.text); font: 15px/1.45 Helvetica, Arial, sans-serif; }
    header { padding: 16px 24px 12px; border-bottom: 1px solid \(theme.clusterBorder); }
    h1 { margin: 0 0 2px; font-size: 22px; }
    h2 { margin: 0 0 6px; font-size: 16px; }
    p { margin: 0 0 6px; }
    header p, .details, footer { color: \(theme.quietText); }
    .tools { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-top: 10px; }
    input[type=search] { font: inherit; width: 280px; max-width: 100%; padding: 6px 10px; border: 1px solid \(theme.nodeBorder);
      border-radius: 6px; background: \(theme.background); color: inherit; }
    button { font: inherit; min-width: 36px; padding: 5px 10px; border: 1px solid \(theme.nodeBorder); border-radius: 6px;
      background: \(theme.clusterFill); color: inherit; cursor: pointer; }
    :focus-visible { outline: 3px solid \(theme.plannedEdge); outline-offset: 1px; }
    main { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 16px; padding: 16px 24px; }
    #stage { border: 1px solid \(theme.clusterBorder); border-radius: 8px; overflow: hidden; background: \(theme.background); }
    #stage svg { display: block; width: 100%; height: auto; max-height: 76vh; cursor: grab; touch-action: none; }
    #facts { overflow-wrap: anywhere; }
    #facts ul { padding-left: 18px; }
    #facts .source::before { content: "↗ "; color: \(theme.quietText); }
    a { color: \(theme.plannedEdge); }
    .off { opacity: .08; }
    .dim { opacity: .25; }
    .hit > a > :is(path, polygon, ellipse), .hit > :is(path, polygon, ellipse), .hit :is(polygon, path):first-of-type {
      stroke: \(theme.negatedEdge); stroke-width: 3; }
    table { border-collapse: collapse; width: 100%; margin: 8px 0 20px; }
    th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid \(theme.clusterBorder); }
    section, footer { padding: 0 24px 16px; }
    footer { font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media (max-width: 800px) { main { grid-template-columns: 1fr; } }
    @media print { .tools, #facts { display: none; } main { display: block; } #stage svg { height: auto; } }
    """
  }

  private static func isDark(_ theme: DiagramTheme) -> Bool { (ColourContrast.luminance(theme.background) ?? 1) < 0.2 }
}
