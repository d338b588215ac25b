import Diagrams
import GraphFiles
import SQLiteGraph
import Strategy

extension GraphDatabase {
  /// A diagram as DOT text. The same data and request give the same text.
  public func dot(_ request: DiagramRequest) throws(SillageError) -> String { try drawn(request).dot }

  /// A diagram that is ready to be written in any format.
  public func drawn(_ request: DiagramRequest) throws(SillageError) -> DrawnDiagram {
    var request = request
    try reading { _ throws(SillageError) in
      do throws(StoreError) { request.style.addWords(of: try graph.compiledSchema()) } catch { throw .store(error) }
    }
    return DrawnDiagram(try diagram(request), request.writer)
  }

  /// What a diagram shows, within its limits.
  private func diagram(_ request: DiagramRequest) throws(SillageError) -> DiagramModel {
    var model = try content(request).limited(to: request.limits, style: request.style)
    model.provenance.generator = "sillage \(SillageVersion.text)"
    model.provenance.asOf = request.time.asOf?.text
    model.provenance.knownAt = request.time.knownAt?.text
    return model
  }

  private func content(_ request: DiagramRequest) throws(SillageError) -> DiagramModel {
    var answer: QueryAnswer?
    if case .query(let query) = request.content {
      answer = try self.query(
        query.text, parameters: query.parameters, options: QueryOptions(sourceName: query.name, time: request.time))
    }
    var ledger: Ledger?
    if case .contradiction = request.content { ledger = try self.ledger(request.time) }
    return try reading(request.time) { reader throws(SillageError) in
      try GraphDrawing(reader, request).model(of: request.content, answer: answer, ledger: ledger)
    }
  }
}

extension DiagramRequest {
  var writer: DOTWriter {
    DOTWriter(style: style, language: language, showsCitations: showsCitations, engine: engine, showsLegend: showsLegend)
  }
}

extension GraphDrawing {
  /// The model of what is asked for; `answer` is that of its query, `ledger` what contradictions are sought in.
  fileprivate func model(
    of content: DiagramRequest.Content, answer: QueryAnswer?, ledger: Ledger?
  ) throws(SillageError) -> DiagramModel {
    if case .query(let query) = content, let answer {
      return try stored { () throws(StoreError) in try self.answer(answer, query) }
    }
    let index = try EntityIndex(store: reader)
    var nodes: [NodeID] = []
    for name in Self.names(in: content) { nodes.append(try index.entity(called: name)) }
    if case .change(let difference, let words, _) = content {
      return try stored { () throws(StoreError) in try change(difference, between: words, about: nodes.first, index) }
    }
    guard let first = nodes.first, let last = nodes.last else { throw .unknownName("", near: []) }
    return try stored { () throws(StoreError) in
      switch content {
      case .entity(_, let depth): try neighbourhood(of: first, depth: depth)
      case .paths(_, _, let longest): try paths(from: first, to: last, longest: longest)
      case .chain: try chain(through: first)
      case .map(_, let division): try map(of: first, by: division)
      case .roles: try roles(in: first)
      case .evidence: try evidence(of: nodes)
      case .timeline: try timeline(of: first)
      case .contradiction: try contradictions(about: first, ledger)
      case .difference(_, let from, let to): try difference(around: first, from: from, to: to)
      case .comparison: try comparison(of: first, and: last)
      case .query, .change: DiagramModel(kind: .queryResult, title: "", nodes: [], edges: [])
      }
    }
  }

  private func stored(_ work: () throws(StoreError) -> DiagramModel) throws(SillageError) -> DiagramModel {
    do throws(StoreError) { return try work() } catch { throw .store(error) }
  }

  private static func names(in content: DiagramRequest.Content) -> [String] {
    switch content {
    case .entity(let name, _), .chain(let name), .map(let name, _), .roles(let name), .timeline(let name),
      .contradiction(let name), .difference(let name, _, _):
      [name]
    case .paths(let first, let second, _), .comparison(let first, let second): [first, second]
    case .evidence(let names): names
    case .change(_, _, let name): [name].compactMap { $0 }
    case .query: []
    }
  }
}
