import CypherPlanner
import Diagnostics
import GraphModel

/// `n:$(names)`: whether nodes have labels, or relationships a type, that each row names itself.
final class ComputedLabelKernel: Kernel {
  private let subject: any Kernel
  private let names: any Kernel
  private let matchesAny: Bool
  private let span: SourceSpan

  init(_ subject: any Kernel, _ names: any Kernel, matchesAny: Bool, at span: SourceSpan) {
    self.subject = subject
    self.names = names
    self.matchesAny = matchesAny
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let subjects = try subject.column(batch, context)
    let names = try names.column(batch, context)
    var values: [Value] = []
    for row in 0..<batch.count {
      let tests = try names[row].givenNames(at: span).map { LabelTest.name($0) }
      guard let first = tests.first else {
        values.append(.boolean(!matchesAny))
        continue
      }
      let test = tests.dropFirst().reduce(first) { matchesAny ? .or($0, $1) : .and($0, $1) }
      do { values.append(try LabelKernel.answer(subjects[row], test, context)) } catch {
        throw ExecutionFailure(error, at: span)
      }
    }
    return .narrowest(values)
  }
}

extension Value {
  /// The labels or types that it names: one, or those of a list.
  func givenNames(at span: SourceSpan) throws(ExecutionFailure) -> [String] {
    switch self {
    case .string(let name) where !name.isEmpty: return [name]
    case .list(let items):
      var names: [String] = []
      for item in items {
        guard case .string(let name) = item, !name.isEmpty else { throw Self.noName(item, at: span) }
        if !names.contains(name) { names.append(name) }
      }
      return names
    default: throw Self.noName(self, at: span)
    }
  }

  private static func noName(_ value: Value, at span: SourceSpan) -> ExecutionFailure {
    let found = if case .string = value { "an empty one" } else { value.typeDescription }
    return ExecutionFailure(
      .typeError, .invalidArgumentType, "a label or type is named by a string or a list of strings, not \(found)", at: span)
  }
}

/// A name that is written in the query, or the kernel that works it out.
struct GivenNameKernel {
  private let written: String?
  private let computed: (any Kernel)?
  private let span: SourceSpan

  init(_ name: GivenName, _ compiler: ExpressionCompiler) throws(ExecutionFailure) {
    switch name {
    case .written(let name): (written, computed, span) = (name, nil, .beginning)
    case .computed(let expression): (written, computed, span) = (nil, try compiler.compile(expression), expression.span)
    }
  }

  /// The names for a batch of one row.
  func names(_ row: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [String] {
    if let written { return [written] }
    return try computed?.column(row, context)[0].givenNames(at: span) ?? []
  }
}
