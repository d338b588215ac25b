import CypherPlanner

/// The functions of the language as people read them, from the catalogue that the binder uses.
public enum FunctionReference {
  /// One function: how it is called, and what it gives.
  public struct Entry: Sendable {
    public var name: String
    public var family: String
    /// Such as `substring(text :: STRING, start :: INTEGER, length :: INTEGER?) :: STRING`.
    public var signatures: [String]
    public var summary: String
    public var example: String
    public var aliases: [String]
  }

  /// All functions, those that are registered last: by family in the order of the catalogue, within it by name.
  public static var entries: [Entry] {
    let evidence = EvidenceFunctions()
    let entries = CypherFunction.allCases.map(\.entry) + evidence.functionNames.compactMap { evidence.function(named: $0)?.entry }
    return FunctionFamily.allCases.flatMap { family in
      entries.filter { $0.family == family }.sorted { $0.name.lowercased() < $1.name.lowercased() }.map(Entry.init)
    }
  }

  /// The functions whose name or family is given; all of them for nil.
  public static func text(about topic: String? = nil) -> String {
    var text = ""
    var family = ""
    for entry in entries {
      guard topic.map({ entry.matches($0) }) ?? true else { continue }
      if entry.family != family {
        family = entry.family
        text += (text.isEmpty ? "" : "\n") + family.uppercased() + "\n"
      }
      for signature in entry.signatures { text += "  \(signature)\n" }
      text += "      \(entry.summary)\n"
    }
    return text
  }
}

extension FunctionReference.Entry {
  fileprivate init(_ entry: FunctionEntry) {
    self.init(
      name: entry.name, family: entry.family.rawValue,
      signatures: entry.signatures.map { "\(entry.name)(\($0.parameterText)) :: \($0.resultText)" },
      summary: entry.summary, example: entry.example, aliases: entry.aliases)
  }

  func matches(_ topic: String) -> Bool {
    let topic = topic.lowercased()
    return ([name, family] + aliases).contains { $0.lowercased() == topic }
  }
}

extension FunctionSignature {
  fileprivate var parameterText: String {
    let texts = parameters.map { "\($0.name) :: \($0.type)\($0.isOptional ? "?" : "")" }
    return texts.joined(separator: ", ") + (isVariadic ? ", …" : "")
  }

  fileprivate var resultText: String {
    switch result {
    case .type(let type): "\(type)"
    case .sameAsFirst: parameters.first.map { "\($0.type)" } ?? "ANY"
    case .elementOfFirst: "ANY"
    case .listOfFirst: "LIST<\(parameters.first.map { "\($0.type)" } ?? "ANY")>"
    case .joinOfAll: "ANY"
    }
  }
}
