public import GraphModel

extension SQLiteGraph {
  /// Only nodes about which no row has to be asked are known, and only texts that do not repeat: of others each is made once in any case.
  public func pieces(_ piece: TextPiece, of nodes: [NodeID], by key: PropertyKeyID) throws(StoreError) -> Column? {
    try checkReadable()
    guard nodes.count >= TextCodes.worthwhile, let column = try column(key, of: nodes), case .texts = column.storage,
      try column.holdsValues(of: nodes)
    else { return nil }
    return try column.loaded(for: nodes).pieces(piece, of: nodes)
  }

  /// Only nodes about which no row has to be asked are known.
  public func components(_ field: DateField, of nodes: [NodeID], by key: PropertyKeyID) throws(StoreError) -> Column? {
    try checkReadable()
    guard let column = try column(key, of: nodes), case .dates = column.storage else { return nil }
    return try column.loaded(for: nodes).components(field, of: nodes)
  }
}
