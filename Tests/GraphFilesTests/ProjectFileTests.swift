import Diagnostics
import GraphFiles
import Testing

@Suite struct ProjectFileTests {
  @Test func `every key may be left out`() {
    let (project, diagnostics) = ProjectFile.read(SourceText(name: "sillage.yaml", text: "# nothing\n"))
    #expect(diagnostics.isEmpty)
    #expect(project == ProjectFile())
    #expect(project.graphData == "graph-data" && project.database == "sillage.db" && project.queries == "queries")
  }

  @Test func `keys are read`() {
    let text = "name: Renault & co\ngraph-data: data/\nqueries: q\ndatabase: build/x.db\n"
    let (project, diagnostics) = ProjectFile.read(SourceText(name: "sillage.yaml", text: text))
    #expect(diagnostics.isEmpty)
    #expect(project.name == "Renault & co")
    #expect(project.graphData == "data" && project.queries == "q" && project.database == "build/x.db")
  }

  @Test func `faults`() {
    let text = "nmae: x\ngraph-data: ../elsewhere\ndatabase: /tmp/x.db\nqueries: [a]\n"
    let source = SourceText(name: "sillage.yaml", text: text)
    let (project, diagnostics) = ProjectFile.read(source)
    #expect(
      diagnostics.map { "\($0.code) \($0.message) \(source.place(of: $0.span.start).line)" } == [
        "E407 sillage.yaml has no `nmae` 1", "E433 `graph-data` leads out of the project 2",
        "E433 `database` leads out of the project 3", "E405 `queries` is text, and here it is a list 4",
      ])
    #expect(project == ProjectFile())
  }
}
