import Testing

@Suite("What exists is documented, and nothing else")
struct DocumentationTests {
  @Test func everyDiagnosticCode() {
    let declarations = Repository.sources.flatMap { file in
      file.text.matches(of: /= DiagnosticCode\("(E\d{3})"\)/).map { String($0.1) }
    }
    let documented = Repository.text("docs/diagnostics.md").matches(of: /(?m)^\| (E\d{3}) \|/).map { String($0.1) }
    #expect(duplicates(declarations) == [], "declared twice")
    #expect(duplicates(documented) == [], "documented twice")
    #expect(Set(declarations).subtracting(documented).sorted() == [], "not in docs/diagnostics.md")
    #expect(Set(documented).subtracting(declarations).sorted() == [], "only in docs/diagnostics.md")
    #expect(documented == documented.sorted())
  }

  @Test func everyCommand() {
    let commands = Repository.sources.filter { $0.folder == "SillageCLI" }.flatMap { file in
      file.text.matches(of: /commandName: "(\w+)"/).map { String($0.1) }
    }.filter { $0 != "sillage" }
    let page = Repository.text("docs/cli.md")
    let readme = Repository.text("README.md")
    let documented = page.matches(of: /(?m)^### `sillage (\w+)/).map { String($0.1) }
    #expect(Set(commands).subtracting(documented).sorted() == [], "not in docs/cli.md")
    #expect(Set(documented).subtracting(commands).sorted() == [], "only in docs/cli.md")
    #expect(commands.filter { !readme.contains("`\($0)`") } == [], "not in README.md")
  }

  @Test func everyLinkBetweenPagesLeadsSomewhere() {
    for page in Repository.files("docs", suffix: ".md") + Repository.files("", suffix: "README.md") {
      let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
      for link in page.text.matches(of: /\]\(([^)#:]+?)(?:#[^)]*)?\)/) {
        let target = folder.isEmpty ? String(link.1) : folder + "/" + link.1
        #expect(Repository.exists(target), "\(page.path) links to \(link.1)")
      }
    }
  }

  private func duplicates(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
