public import Diagrams
import GraphFiles

extension GraphDatabase {
  /// A diagram as DOT text. The same data and request give the same text.
  public func dot(_ request: DiagramRequest) throws(SillageError) -> String {
    request.writer.write(try diagram(request))
  }

  /// What a diagram shows, within its limits.
  public func diagram(_ request: DiagramRequest) throws(SillageError) -> DiagramModel {
    var model = try content(request).limited(to: request.limits, style: request.style)
    model.provenance.generator = "sillage \(SillageVersion.text)"
    model.provenance.asOf = request.asOf ?? model.provenance.asOf
    return model
  }

  /// A diagram that is ready to be written in any format.
  public func drawn(_ request: DiagramRequest) throws(SillageError) -> DrawnDiagram {
    DrawnDiagram(try diagram(request), request.writer)
  }

  private func content(_ request: DiagramRequest) throws(SillageError) -> DiagramModel {
    let day = try request.asOf.map { text throws(SillageError) in try Self.day(text) }
    var answer: QueryAnswer?
    if case .query(let query) = request.content {
      answer = try self.query(query.text, parameters: query.parameters, options: QueryOptions(sourceName: query.name))
    }
    return try reading { reader throws(SillageError) in
      try GraphDrawing(reader, request, day: day).model(of: request.content, answer: answer)
    }
  }

  /// The last day of a date as it is written.
  static func day(_ text: String) throws(SillageError) -> CalendarDate {
    do throws(DateFault) {
      if let last = try PartialDate(text).last { return last }
      throw DateFault(message: "the range has no end", range: 0..<text.utf8.count)
    } catch {
      throw .faults(
        [
          Diagnostic(
            .wrongDiagramDate, "`\(text)` is no date: \(error.message)", source: "", span: .beginning,
            hint: "a date is written 2025, 2025-Q3, 2025-09 or 2025-09-23")
        ], sources: [])
    }
  }
}

extension DiagnosticCode {
  /// A date of a diagram that is none.
  static let wrongDiagramDate = DiagnosticCode("E701")
}

extension DiagramRequest {
  var writer: DOTWriter {
    DOTWriter(style: style, language: language, showsCitations: showsCitations, engine: engine, showsLegend: showsLegend)
  }
}

extension GraphDrawing {
  /// The model of what is asked for; `answer` is that of its query, where it is one.
  func model(of content: DiagramRequest.Content, answer: QueryAnswer?) throws(SillageError) -> DiagramModel {
    if case .query(let query) = content, let answer {
      return try stored { () throws(StoreError) in try self.answer(answer, query) }
    }
    let index = try EntityIndex(store: reader)
    var nodes: [NodeID] = []
    for name in Self.names(in: content) { nodes.append(try index.entity(called: name)) }
    guard let first = nodes.first, let last = nodes.last else { throw .unknownName("", near: []) }
    if case .difference(_, let from, let to) = content {
      let days = (from: try GraphDatabase.day(from), to: try GraphDatabase.day(to))
      return try stored { () throws(StoreError) in try difference(around: first, days, words: (from, to)) }
    }
    return try stored { () throws(StoreError) in
      switch content {
      case .entity(_, let depth): try neighbourhood(of: first, depth: depth)
      case .paths(_, _, let longest): try paths(from: first, to: last, longest: longest)
      case .chain: try chain(through: first)
      case .map(_, let division): try map(of: first, by: division)
      case .roles: try roles(in: first)
      case .evidence: try evidence(of: nodes)
      case .timeline: try timeline(of: first)
      case .contradiction: try contradictions(about: first)
      case .comparison: try comparison(of: first, and: last)
      case .query, .difference: DiagramModel(kind: .queryResult, title: "", nodes: [], edges: [])
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
    case .query: []
    }
  }
}
