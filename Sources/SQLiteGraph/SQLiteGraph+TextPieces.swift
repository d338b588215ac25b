public import GraphModel

extension SQLiteGraph {
  /// Only nodes of the base are known, and only texts that do not repeat: of others each is made once in any case.
  public func pieces(_ piece: TextPiece, of nodes: [NodeID], by key: PropertyKeyID) throws(StoreError) -> Column? {
    try checkReadable()
    guard let base = try base, nodes.count >= TextCodes.worthwhile, try rowPlaces(nodes, base).isEmpty,
      let column = try base.column(key, ofNodes: true), case .texts = column.storage, try column.holdsValues(of: nodes)
    else { return nil }
    return try column.loaded(for: nodes).pieces(piece, of: nodes)
  }
}
