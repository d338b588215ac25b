import CypherPlanner
import Diagnostics
import GraphModel

/// The elements of each row's list as rows of their own, with the row that each came from.
struct UnrolledLists {
  /// The outer rows, repeated, and the element in a column more.
  var batch: Batch
  var origins: [Int]
  /// Rows whose list is null.
  var isNull: [Bool]

  init(_ lists: Column, of outer: Batch, _ what: String, at span: SourceSpan) throws(ExecutionFailure) {
    origins = []
    isNull = Array(filledWith: false, count: outer.count)
    var items: [Value] = []
    for row in 0..<outer.count {
      switch lists[row] {
      case .null: isNull[row] = true
      case .list(let elements):
        origins.append(contentsOf: repeatElement(row, count: elements.count))
        items += elements
      case let other:
        throw ExecutionFailure(
          .typeError, .invalidArgumentType, "\(what) takes a list, not \(other.typeDescription)", at: span)
      }
    }
    batch = outer.gathered(origins)
    batch.columns.append(.narrowest(items))
  }
}

/// `[x IN list WHERE condition | result]`.
final class ListComprehensionKernel: Kernel {
  private let list: any Kernel
  private let predicate: Condition?
  private let result: (any Kernel)?
  private let span: SourceSpan

  init(_ list: any Kernel, where predicate: Condition?, yield result: (any Kernel)?, at span: SourceSpan) {
    self.list = list
    self.predicate = predicate
    self.result = result
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    var unrolled = try UnrolledLists(list.column(batch, context), of: batch, "a list comprehension", at: span)
    if let predicate {
      let passes = try predicate.passing(unrolled.batch, context)
      let rows = passes.indices.filter { passes[$0] }
      unrolled.batch = unrolled.batch.gathered(rows)
      unrolled.origins = rows.map { unrolled.origins[$0] }
    }
    let results = try result?.column(unrolled.batch, context) ?? unrolled.batch.columns.last ?? .values([])
    var lists: [[Value]] = Array(filledWith: [], count: batch.count)
    for (at, row) in unrolled.origins.enumerated() { lists[row].append(results[at]) }
    return .values(lists.indices.map { unrolled.isNull[$0] ? .null : .list(lists[$0]) })
  }
}

/// `all`, `any`, `none`, `single` in three values.
final class QuantifierKernel: Kernel {
  private let quantifier: Quantifier
  private let list: any Kernel
  private let predicate: any Kernel
  private let span: SourceSpan

  init(_ quantifier: Quantifier, _ list: any Kernel, where predicate: any Kernel, at span: SourceSpan) {
    self.quantifier = quantifier
    self.list = list
    self.predicate = predicate
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let name = "\(quantifier.rawValue)()"
    let unrolled = try UnrolledLists(list.column(batch, context), of: batch, name, at: span)
    let truths = try Truth.of(predicate.column(unrolled.batch, context), name, at: span)
    var counts = Array(filledWith: (true: 0, false: 0, unknown: 0), count: batch.count)
    for (at, row) in unrolled.origins.enumerated() {
      switch truths[at] {
      case true?: counts[row].true += 1
      case false?: counts[row].false += 1
      case nil: counts[row].unknown += 1
      }
    }
    return Truth.column(counts.indices.map { unrolled.isNull[$0] ? nil : answer(counts[$0]) })
  }

  private func answer(_ count: (true: Int, false: Int, unknown: Int)) -> Bool? {
    switch quantifier {
    case .all: count.false > 0 ? false : count.unknown > 0 ? nil : true
    case .any: count.true > 0 ? true : count.unknown > 0 ? nil : false
    case .none: count.true > 0 ? false : count.unknown > 0 ? nil : true
    case .single: count.true > 1 ? false : count.unknown > 0 ? nil : count.true == 1
    }
  }
}

/// `reduce(total = start, x IN list | step)`: one step for all rows at a time, as long as their lists last. With a condition,
/// `allReduce`: whether that holds after each step.
final class ReduceKernel: Kernel {
  private let initial: any Kernel
  private let list: any Kernel
  private let step: any Kernel
  private let condition: (any Kernel)?
  private let span: SourceSpan

  init(from initial: any Kernel, in list: any Kernel, step: any Kernel, where condition: (any Kernel)?, at span: SourceSpan) {
    self.initial = initial
    self.list = list
    self.step = step
    self.condition = condition
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let starts = try initial.column(batch, context)
    let lists = try list.column(batch, context)
    var totals = (0..<batch.count).map { starts[$0] }
    var holds = [Bool?](filledWith: true, count: batch.count)
    var items: [[Value]] = []
    for row in 0..<batch.count {
      switch lists[row] {
      case .list(let elements): items.append(elements)
      case .null:
        items.append([])
        totals[row] = .null
        holds[row] = nil
      case let other:
        throw ExecutionFailure(
          .typeError, .invalidArgumentType, "\(name) takes a list, not \(other.typeDescription)", at: span)
      }
    }
    var rows = items.indices.filter { !items[$0].isEmpty }
    var position = 0
    while !rows.isEmpty {
      var here = batch.gathered(rows)
      here.columns.append(.narrowest(rows.map { totals[$0] }))
      here.columns.append(.narrowest(rows.map { items[$0][position] }))
      let next = try step.column(here, context)
      for (at, row) in rows.enumerated() { totals[row] = next[at] }
      if let condition {
        here.columns[here.columns.count - 2] = next
        let truths = try Truth.of(condition.column(here, context), name, at: span)
        for (at, row) in rows.enumerated() { holds[row] = Truth.and(holds[row], truths[at]) }
      }
      position += 1
      rows = rows.filter { items[$0].count > position && holds[$0] != false }
    }
    return condition == nil ? .narrowest(totals) : Truth.column(holds)
  }

  private var name: String { condition == nil ? "reduce()" : "allReduce()" }
}
