public import ResultFormats

extension MentionList {
  /// The columns of ``rows``.
  public static let columns = [
    "doc", "start", "end", "line", "column", "text", "entity", "name", "type", "score", "uncertain", "path",
  ]

  /// A row of values for each mention, as CSV has them.
  public var rows: [[ResultValue]] {
    mentions.map { mention in
      [
        .string(Self.shortName(of: document)), .integer(Int64(mention.offsets.lowerBound)),
        .integer(Int64(mention.offsets.upperBound)), .integer(Int64(mention.line)), .integer(Int64(mention.column)),
        .string(mention.text), .string(mention.entity.id), .string(mention.entity.name),
        .string(mention.entity.types.first ?? ""), .float(mention.score), .boolean(mention.isUncertain),
        .string(document),
      ]
    }
  }
}
