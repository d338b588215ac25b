import Diagrams
import Foundation
import Testing

/// Pages and pictures in a real browser: what is named like a script must stay a name, and the page's own script must run.
@Suite(.serialized) struct BrowserTests {
  /// Names that are scripts wherever something forgets to write them as text.
  private static let attacks = [
    "<script>window.taken=1</script>", "</script><script>window.taken=2</script>", "<img src=x onerror=\"window.taken=3\">",
    "\"><svg onload=window.taken=4>", "' onmouseover='window.taken=5", "javascript:window.taken=6", "</title><script>window.taken=7</script>",
    "</style><script>window.taken=8</script>", "-->\u{3C}script>window.taken=9</script>", "]]><script>window.taken=10</script>",
    "<iframe srcdoc=\"<script>parent.taken=11</script>\">", "\\u003cscript>window.taken=12</script>", "<!--<script>", "&lt;script&gt;",
    "</svg><script>window.taken=13</script>", "<a href=javascript:window.taken=14 autofocus onfocus=window.taken=15>", "${window.taken=16}",
  ]

  private func model(_ attack: String, _ number: Int) -> DiagramModel {
    let kinds = DiagramKind.allCases
    return DiagramModel(
      kind: kinds[number % kinds.count], title: attack, subtitle: attack, notes: [attack],
      provenance: DiagramProvenance(query: attack, asOf: attack, dataHash: attack, generator: attack),
      nodes: [
        DiagramNode(
          id: attack, name: attack, labels: [attack], caption: attack, detail: attack, clusterKey: attack,
          card: number.isMultiple(of: 2) ? DiagramCard(rows: [DiagramCard.Row(attack, caption: attack, look: .quote)]) : nil, when: attack,
          url: attack, note: attack), DiagramNode(id: "b", name: "B", labels: ["Site"]),
      ],
      edges: [
        DiagramEdge(
          id: attack, from: attack, to: "b", type: attack, label: attack, qualifier: attack, date: attack, note: attack, since: attack,
          until: attack, url: attack, citations: [attack])
      ], sources: [DiagramSource(id: attack, text: attack, url: attack)], clusterLabels: [attack: attack],
      omitted: [OmittedNodes(label: attack, count: 2, neighbours: ["b"], url: attack)])
  }

  /// Whole pages without their policies, one after the other in one document, so that nothing but the writing protects them.
  @Test func noNameBecomesAScript() throws {
    guard let browser = Browser() else { return }
    let writer = DOTWriter(showsCitations: true)
    var models = Self.attacks.enumerated().map { model($0.element, $0.offset) }
    models += (2_000..<2_040).map { RandomModel.make(seed: $0, nodes: 5) }
    let texts = models.map { writer.write($0) }
    let svg = try GraphvizRenderer(timeLimit: .seconds(60)).render(dot: texts.joined(), format: .svg)
    let pictures = String(decoding: svg, as: UTF8.self).components(separatedBy: "<?xml").dropFirst().map { "<?xml" + $0 }
    #expect(pictures.count == models.count)
    var pages = zip(models, pictures).map { model, picture in
      HTMLPage(model, writer: writer).write(svg: SVGFinish(model, writer: writer).finish(Array(picture.utf8), dot: "dot"))
        .replacingOccurrences(of: "<meta http-equiv=\"Content-Security-Policy\"", with: "<meta name=\"policy\"")
    }
    pages.append(Self.verdict)
    let document = try browser.open(pages.joined())
    #expect(document.contains("data-verdict=\"scripts \(models.count * 2 + 1), handlers 0, links 0, taken nothing\""), "\(document.suffix(300))")
  }

  /// Counts what only an attack could have made.
  private static let verdict = """
    <script>
    const all = [...document.querySelectorAll('*')];
    const handlers = all.filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length;
    const links = all.filter(e => [...e.attributes].some(a => /href|src|srcdoc/i.test(a.name) && !/^(https?:|\\/[^\\/]|\\/$)/.test(a.value))).length;
    document.body.dataset.verdict = 'scripts ' + document.scripts.length + ', handlers ' + handlers + ', links ' + links
      + ', taken ' + (window.taken === undefined ? 'nothing' : window.taken);
    </script>
    """

  @Test func thePageRunsItsOwnScriptUnderItsPolicy() throws {
    guard let browser = Browser() else { return }
    let page = try page(Samples.neighbourhood, adding: "<script>document.body.dataset.foreign = 'ran'</script>", keepsPolicy: true)
    let document = try browser.open(page)
    #expect(document.contains("data-ready=\"yes\""))
    #expect(!document.contains("data-foreign"))
  }

  @Test func thePageSearchesShowsEvidenceAndGoesThroughTime() throws {
    guard let browser = Browser() else { return }
    var model = Samples.neighbourhood
    for index in model.edges.indices {
      if model.edges[index].id == "r5" { model.edges[index].since = "2025-09-23" }
      if model.edges[index].id == "r2" { (model.edges[index].since, model.edges[index].until) = ("2023-11-01", "2026-07-01") }
    }
    let document = try browser.open(try page(model, adding: Self.reader, keepsPolicy: false))
    #expect(document.contains("data-search=\"5 found, 5 marked\""), "\(document.suffix(400))")
    #expect(document.contains("data-facts=\"Cléon produces 7DL|since 2025-09-23|Journal de l’Automobile, 2025-09-24|"))
    #expect(document.contains("data-early=\"r5 off, r2 on\"") && document.contains("data-late=\"r5 on, r2 on\""))
    #expect(document.contains("data-always=\"r5 on, r2 on\""))
    #expect(document.contains("data-zoom=\"closer, back\""))
  }

  /// Uses the page as a person does.
  private static let reader = """
    <script>
    const at = id => document.getElementById(id), note = document.body.dataset;
    at('search').value = 'CLEON'; at('search').dispatchEvent(new Event('input'));
    note.search = at('found').textContent + ', ' + document.querySelectorAll('.hit').length + ' marked';
    const line = id => document.getElementById('d-e-' + id);
    line('r5').querySelector('path').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    note.facts = [...at('facts').children].map(e => e.textContent).join('|') + '|';
    const states = () => ['r5', 'r2'].map(id => id + (line(id).classList.contains('off') ? ' off' : ' on')).join(', ');
    const go = value => { at('day').value = value; at('day').dispatchEvent(new Event('input')); };
    go(0); note.early = states();
    go(1); note.late = states();
    go(3); note.always = states();
    const box = document.querySelector('#stage svg').viewBox.baseVal, width = box.width;
    at('closer').click(); const closer = box.width < width; at('fit').click();
    note.zoom = (closer ? 'closer' : 'same') + (box.width === width ? ', back' : ', lost');
    </script>
    """

  private func page(_ model: DiagramModel, adding script: String, keepsPolicy: Bool) throws -> String {
    let writer = DOTWriter()
    let dot = writer.write(model)
    let svg = SVGFinish(model, writer: writer).finish(try GraphvizRenderer().render(dot: dot, format: .svg), dot: dot)
    let page = HTMLPage(model, writer: writer).write(svg: svg).replacingOccurrences(of: "</body>", with: script + "</body>")
    return keepsPolicy ? page : page.replacingOccurrences(of: "<meta http-equiv=\"Content-Security-Policy\"", with: "<meta name=\"policy\"")
  }
}
