import CypherSyntax
import Strategy

extension TimePrefix {
  /// The parameters that hold its dates.
  var parameterNames: [String] {
    [asOf, knownAt].compactMap { moment in
      if case .parameter(let name)? = moment?.kind { name } else { nil }
    }
  }
}

extension PlannedStatement {
  /// From when the graph is looked at: as the statement says, and where it says nothing as the options say. Fails where a
  /// date cannot be read, and where the statement writes: the past is not changed.
  func frame(
    _ options: TimeFrame, _ parameters: [String: Value], _ source: SourceText
  ) throws(QueryFault) -> TimeFrame {
    var frame = options
    if let time {
      if let moment = time.asOf { frame.asOf = try Self.date(moment, parameters, source) }
      if let moment = time.knownAt { frame.knownAt = try Self.date(moment, parameters, source) }
      if time.includesPlanned { frame.includesPlanned = true }
    }
    if query.writes, prefix != .explain, !frame.isUnlimited {
      throw .faults([
        Diagnostic(
          .timeOfChange, "a query that changes the graph cannot look at it from another time", source: source.name,
          span: time?.span ?? .beginning, fault: CypherFault(.compileTime, .syntaxError, .invalidClauseComposition))
      ])
    }
    return frame
  }

  private static func date(
    _ moment: TimePrefix.Moment, _ parameters: [String: Value], _ source: SourceText
  ) throws(QueryFault) -> PartialDate {
    let value: Value
    switch moment.kind {
    case .text(let text): value = .string(text)
    case .parameter(let name):
      guard let given = parameters[name] else { throw fault("the parameter $\(name) is missing", nil, moment, source) }
      value = given
    }
    switch value {
    case .date(let day): return PartialDate(day: day)
    case .integer(let year): return try date("\(year)", moment, source)
    case .string(let text): return try date(text, moment, source)
    default: throw fault("a date is wanted", PartialDate.forms, moment, source)
    }
  }

  private static func date(
    _ text: String, _ moment: TimePrefix.Moment, _ source: SourceText
  ) throws(QueryFault) -> PartialDate {
    do throws(DateFault) { return try PartialDate(text) } catch {
      if error.message == DateFault.notADate { throw fault("`\(text)` is no date", PartialDate.forms, moment, source) }
      throw fault("`\(text)` is no date: \(error.message)", nil, moment, source)
    }
  }

  private static func fault(
    _ message: String, _ hint: String?, _ moment: TimePrefix.Moment, _ source: SourceText
  ) -> QueryFault {
    .faults([
      Diagnostic(
        .wrongTime, message, source: source.name, span: moment.span, hint: hint,
        fault: CypherFault(.compileTime, .syntaxError, .invalidArgumentValue))
    ])
  }
}

extension Diagnostic {
  /// A command on the schema, which has no history.
  static func timeOfSchema(_ time: TimePrefix, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      .timeOfChange, "a command on the schema cannot look at it from another time", source: source.name, span: time.span,
      fault: CypherFault(.compileTime, .syntaxError, .unexpectedSyntax))
  }
}

extension DiagnosticCode {
  /// A date before a query, or in a parameter of it, that cannot be read.
  static let wrongTime = DiagnosticCode("E219")
  /// `AS OF` or `KNOWN AT` before a statement that writes, or that is about the schema.
  static let timeOfChange = DiagnosticCode("E220")
}
