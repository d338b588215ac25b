import Diagnostics
import GraphModel

/// `x IN list`. A list that is asked for the second time, by another row of the same batch or of a later one, is made a table first.
final class MembershipKernel: Kernel {
  private let item: any Kernel
  private let list: any Kernel
  private let span: SourceSpan
  /// The lists that were asked last.
  private var known: [ElementsOfList] = []
  /// The list that was asked last and is no table yet.
  private var latest: [Value] = []

  /// So many tables are kept, where rows with different lists take turns.
  private static let mostKnown = 8

  init(_ item: any Kernel, _ list: any Kernel, at span: SourceSpan) {
    self.item = item
    self.list = list
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let items = try item.column(batch, context)
    let lists = try list.column(batch, context)
    guard batch.count > 1, case .values(let values) = lists, let shared = Self.shared(values) else { return try byRow(items, lists) }
    let elements = elements(of: shared) ?? table(of: shared)
    if let answers = elements.contains(items) { return answers }
    return Truth.column((0..<batch.count).map { elements.contains(items[$0]) })
  }

  private func byRow(_ items: Column, _ lists: Column) throws(ExecutionFailure) -> Column {
    var answers: [Bool?] = []
    answers.reserveCapacity(items.count)
    for row in 0..<items.count {
      guard case .list(let sought) = lists[row] else {
        do { answers.append(try isIn(items[row], lists[row])) } catch { throw ExecutionFailure(error, at: span) }
        continue
      }
      answers.append(answer(items[row], in: sought))
    }
    return Truth.column(answers)
  }

  private func answer(_ item: Value, in sought: [Value]) -> Bool? {
    if let elements = elements(of: sought) { return elements.contains(item) }
    if ElementsOfList.areOne(sought, latest) { return table(of: sought).contains(item) }
    latest = sought
    return item.isAny(of: sought)
  }

  /// The list that all rows have; nil where they have different ones.
  private static func shared(_ values: [Value]) -> [Value]? {
    guard case .list(let first)? = values.first else { return nil }
    for value in values {
      guard case .list(let other) = value, ElementsOfList.areOne(other, first) else { return nil }
    }
    return first
  }

  private func elements(of sought: [Value]) -> ElementsOfList? {
    known.first { ElementsOfList.areOne($0.items, sought) }
  }

  private func table(of sought: [Value]) -> ElementsOfList {
    let elements = ElementsOfList(sought)
    if known.count == Self.mostKnown { known.removeLast() }
    known.insert(elements, at: 0)
    return elements
  }
}
