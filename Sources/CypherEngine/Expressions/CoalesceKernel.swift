import GraphModel

/// coalesce(): each argument is only worked out for the rows in which those before it are null.
final class CoalesceKernel: Kernel {
  private let arguments: [any Kernel]

  init(_ arguments: [any Kernel]) { self.arguments = arguments }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard let first = try arguments.first?.column(batch, context) else { return .narrowest(Array(filledWith: .null, count: batch.count)) }
    var open = (0..<batch.count).filter { first.isNull($0) }
    if open.isEmpty { return first }
    // The answers of all arguments one below the other, and where among them that of each row is.
    var answers = [first]
    var (count, places) = (first.count, Array(0..<batch.count))
    for argument in arguments.dropFirst() where !open.isEmpty {
      let values = try argument.column(open.count == batch.count ? batch : batch.gathered(open), context)
      for (at, row) in open.enumerated() { places[row] = count + at }
      open = open.indices.filter { values.isNull($0) }.map { open[$0] }
      answers.append(values)
      count += values.count
    }
    let column = Column.joined(answers).gathered(places)
    if case .values(let values) = column { return .narrowest(values) }
    return open.isEmpty ? column.withoutMask : column
  }
}

extension Column {
  /// The same where no row is null.
  fileprivate var withoutMask: Column {
    switch self {
    case .nodes(let nodes, _): .nodes(nodes, valid: nil)
    case .relationships(let relationships, _): .relationships(relationships, valid: nil)
    case .integers(let numbers, _): .integers(numbers, valid: nil)
    case .floats(let numbers, _): .floats(numbers, valid: nil)
    case .booleans(let flags, _): .booleans(flags, valid: nil)
    case .strings(let texts, _): .strings(texts, valid: nil)
    case .coded(let codes, let dictionary, _): .coded(codes, dictionary, valid: nil)
    case .values: self
    }
  }
}
