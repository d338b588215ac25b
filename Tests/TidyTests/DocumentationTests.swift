import Foundation
import Testing

@Suite("What exists is documented, and nothing else")
struct DocumentationTests {
  /// The table of `docs/diagnostics.md` is written from the sources: `SILLAGE_UPDATE_DOCS=1 scripts/test --filter TidyTests`
  /// rewrites it, and fails that once.
  @Test func everyDiagnosticCode() throws {
    let declared = Repository.sources.flatMap(declaredCodes)
    #expect(duplicates(declared.map(\.code)) == [], "declared twice")
    let rows = declared.sorted { $0.code < $1.code }.map { "| \($0.code) | \($0.says) |" }
    let page = Repository.text("docs/diagnostics.md")
    let heading = "|---|---|\n"
    let start = try #require(page.range(of: heading)?.upperBound)
    let documented = page[start...].split(separator: "\n").map(String.init)
    #expect(documented.filter { !rows.contains($0) } == [], "only in docs/diagnostics.md")
    #expect(rows.filter { !documented.contains($0) } == [], "not in docs/diagnostics.md")
    #expect(documented.count == rows.count)
    if documented != rows, ProcessInfo.processInfo.environment["SILLAGE_UPDATE_DOCS"] != nil {
      let text = page[..<start] + rows.joined(separator: "\n") + "\n"
      try text.write(to: Repository.root.appendingPathComponent("docs/diagnostics.md"), atomically: true, encoding: .utf8)
    }
  }

  /// The codes that a file declares, with the first sentence of their comment.
  private func declaredCodes(_ file: Repository.File) -> [(code: String, says: String)] {
    var comment: [String] = []
    var found: [(code: String, says: String)] = []
    for line in file.lines {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("/// ") {
        comment.append(String(text.dropFirst(4)))
      } else {
        if let code = text.firstMatch(of: /= DiagnosticCode\("(E\d{3})"\)/) {
          found.append((String(code.1), comment.joined(separator: " ").replacingOccurrences(of: "|", with: "\\|")))
        }
        comment = []
      }
    }
    return found
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
