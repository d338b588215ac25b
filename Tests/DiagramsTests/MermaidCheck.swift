import Testing

/// Checks Mermaid text line by line against the part of its flowchart syntax that is written here. A label may hold no sign of
/// the syntax but `<br/>`, since everything else stands as a number behind a `#`.
enum MermaidCheck {
  struct Fault: Error, CustomStringConvertible {
    var line: Int
    var text: String
    var description: String { "line \(line): \(text)" }
  }

  static func check(_ text: String) throws {
    var open = 0
    var declared: Set<Substring> = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropLast() {
      let fault = Fault(line: number + 1, text: String(line))
      switch number {
      case 0, 2:
        guard line == "---" else { throw fault }
        continue
      case 1:
        guard line.wholeMatch(of: /title: "(?:[^"\\]|\\["\\])*"/) != nil else { throw fault }
        continue
      case 3:
        guard line == "flowchart LR" || line == "flowchart TB" else { throw fault }
        continue
      default: break
      }
      let body = line.drop { $0 == " " }
      if body.wholeMatch(of: /%% [^{}]*/) != nil { continue }
      if let node = body.wholeMatch(of: /(n_[A-Za-z0-9_]*)\["((?:[^"<>{}\[\]()|`&\\]|<br\/>)*)"\]:::[a-z]+/) {
        guard isPlain(node.2) else { throw fault }
        declared.insert(node.1)
      } else if let edge = body.wholeMatch(
        of: /(n_[A-Za-z0-9_]*) (?:-->|---|-\.->|-\.-|--x)\|"((?:[^"<>{}\[\]()|`&\\]|<br\/>)*)"\| (n_[A-Za-z0-9_]*)/)
      {
        guard declared.isSuperset(of: [edge.1, edge.3]), isPlain(edge.2) else { throw fault }
      } else if body.wholeMatch(of: /subgraph g[0-9]+\["[^"<>{}\[\]()|`&\\]*"\]/) != nil {
        open += 1
      } else if body == "end" {
        open -= 1
      } else if body.wholeMatch(of: /classDef [a-z]+ [a-z-]+:[#0-9A-Za-z ]+(?:,[a-z-]+:[#0-9A-Za-z ]+)*/) == nil {
        throw fault
      }
    }
    guard open == 0, text.hasSuffix("\n") else { throw Fault(line: 0, text: "open subgraphs: \(open)") }
  }

  /// Each `#` begins a number that ends in `;`, and there is no other `;`.
  private static func isPlain(_ label: Substring) -> Bool {
    !label.replacing(/#[0-9]+;/, with: "").contains { $0 == "#" || $0 == ";" }
  }
}
