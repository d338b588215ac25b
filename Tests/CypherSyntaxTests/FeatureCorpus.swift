import Foundation

/// The queries of openCypher's conformance kit, read from a folder that `SILLAGE_TCK` names.
enum FeatureCorpus {
  struct Case {
    var place: String
    var query: String
    /// The detail of a SyntaxError at compile time, if the scenario expects one of this query.
    var expectedDetail: String?
  }

  static var folder: URL? {
    ProcessInfo.processInfo.environment["SILLAGE_TCK"].map {
      URL(fileURLWithPath: $0).appendingPathComponent("features")
    }
  }

  static func cases(in folder: URL) throws -> [Case] {
    var cases: [Case] = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "feature" else { continue }
      cases += scenarios(of: try String(contentsOf: file, encoding: .utf8)).flatMap {
        $0.cases(file: file.deletingPathExtension().lastPathComponent)
      }
    }
    return cases
  }

  private struct Scenario {
    var title: String
    var queries: [(text: String, isExecuted: Bool)] = []
    var detail: String?
    var examples: [[String: String]] = []

    func cases(file: String) -> [Case] {
      let last = queries.lastIndex { $0.isExecuted }
      return (examples.isEmpty ? [[:]] : examples).flatMap { example in
        queries.enumerated().map { index, query in
          var text = query.text
          for (key, value) in example { text = text.replacingOccurrences(of: "<\(key)>", with: value) }
          return Case(
            place: "\(file) \(title)", query: text, expectedDetail: index == last ? detail : nil)
        }
      }
    }
  }

  private static func scenarios(of text: String) -> [Scenario] {
    var scenarios = [Scenario(title: "(before the first scenario)")]
    var block: [Substring]?
    var isExecuted = false
    var header: [String]?
    var isExamples = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed == "\"\"\"" {
        if let lines = block { scenarios[scenarios.count - 1].queries.append((unindented(lines), isExecuted)) }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(line)
      } else if trimmed.hasPrefix("Scenario") || trimmed.hasPrefix("Background") {
        scenarios.append(Scenario(title: trimmed))
        (header, isExamples) = (nil, false)
      } else if trimmed.hasPrefix("Examples:") {
        (header, isExamples) = (nil, true)
      } else if isExamples, trimmed.hasPrefix("|") {
        let cells = trimmed.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { $0.trimmingCharacters(in: .whitespaces) }
        if let names = header {
          scenarios[scenarios.count - 1].examples.append(Dictionary(zip(names, cells)) { first, _ in first })
        } else {
          header = cells
        }
      } else if trimmed.hasPrefix("When ") || trimmed.hasPrefix("And ") || trimmed.hasPrefix("Given ") {
        isExecuted = trimmed.hasPrefix("When executing query")
      }
      if let range = trimmed.range(of: "a SyntaxError should be raised at compile time: ") {
        scenarios[scenarios.count - 1].detail = String(trimmed[range.upperBound...])
      }
    }
    return scenarios
  }

  private static func unindented(_ lines: [Substring]) -> String {
    let indent = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { $0.dropFirst(indent) }.joined(separator: "\n")
  }
}
