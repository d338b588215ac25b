import Diagrams

extension GraphDatabase {
  /// A diagram as DOT text. The same data and request give the same text.
  public func dot(_ request: DiagramRequest) throws(SillageError) -> String {
    let model = try self.model(request).limited(to: request.limits)
    return DOTWriter(language: request.language).write(model)
  }

  /// A diagram as the bytes of a file. Formats other than DOT need Graphviz.
  public func drawing(_ request: DiagramRequest, as format: DrawingFormat) throws(SillageError) -> [UInt8] {
    let dot = try self.dot(request)
    guard let picture = DiagramFormat(rawValue: format.rawValue) else { return Array(dot.utf8) }
    do throws(RenderError) { return try GraphvizRenderer().render(dot: dot, format: picture) } catch {
      throw .unavailable(error.message, hint: error.hint)
    }
  }

  private func model(_ request: DiagramRequest) throws(SillageError) -> DiagramModel {
    switch request.content {
    case .entity(let name, let depth):
      return try reading(request.time) { reader throws(SillageError) in
        let subject = try EntityIndex(store: reader).entity(called: name)
        do throws(StoreError) { return try GraphDrawing(reader, language: request.language).neighbourhood(of: subject, depth: depth) } catch {
          throw .store(error)
        }
      }
    case .query(let text, let parameters, let title):
      let answer = try query(text, parameters: parameters, options: QueryOptions(time: request.time))
      return try reading(request.time) { reader throws(SillageError) in
        do throws(StoreError) { return try GraphDrawing(reader, language: request.language).answer(answer, title: title, query: text) } catch {
          throw .store(error)
        }
      }
    }
  }
}
