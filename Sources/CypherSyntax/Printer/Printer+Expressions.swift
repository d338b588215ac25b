extension Printer {
  /// An expression, in brackets if it binds more loosely than its place allows.
  mutating func print(_ expression: Expression, _ minimum: Precedence = .or) {
    guard expression.precedence >= minimum else {
      write("(")
      within(bar: false) { $0.bare(expression) }
      write(")")
      return
    }
    bare(expression)
  }

  private mutating func bare(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): print(literal)
    case .parameter(let name): parameter(name)
    case .variable(let name): variable(name)
    case .countAll: write("count(*)")
    case .unary, .binary, .logical, .comparison, .nullTest, .typeTest, .arithmetic: operators(expression)
    case .caseSubject: break
    case .property, .element, .slice, .labelTest, .mapProjection: postfix(expression)
    case .conditional(let form): print(form)
    case .patternPredicate(let path), .shortestPath(let path): within(bar: false) { $0.print(path) }
    case .list, .map, .functionCall, .listComprehension, .patternComprehension, .quantifier, .reduce, .subquery:
      within(bar: false) { $0.bracketed(expression) }
    }
  }

  private mutating func operators(_ expression: Expression) {
    switch expression.kind {
    case .unary(.not, let operand):
      write("NOT ")
      print(operand, .not)
    case .unary(let sign, let operand):
      write(sign.rawValue)
      print(operand, .sign)
    case .binary(let binary, let left, let right):
      // A long chain before an operator of its own kind would grow by that.
      if case .arithmetic = left.kind { print(left, binary.precedence.tighter) } else { print(left, binary.precedence) }
      write(" \(binary.rawValue) ")
      print(right, binary.precedence.tighter)
    case .arithmetic(let first, let steps):
      print(first, expression.precedence.tighter)
      for step in steps {
        write(" \(step.op.rawValue) ")
        print(step.operand, step.op.precedence.tighter)
      }
    case .logical(let logical, let operands):
      let precedence = InfixOperator.logical(logical).precedence.tighter
      list(operands, separator: " \(logical.rawValue) ") { $0.print($1, precedence) }
    case .comparison(let first, let steps):
      print(first, .predicate)
      for step in steps {
        write(" \(step.comparison.rawValue) ")
        print(step.operand, .predicate)
      }
    case .nullTest(let subject, let isNegated):
      print(subject, .predicate)
      write(isNegated ? " IS NOT NULL" : " IS NULL")
    case .typeTest(let subject, let type, let isNegated):
      print(subject, .predicate)
      write(isNegated ? " IS NOT :: " : " IS :: ")
      print(type, isWhole: !barEndsExpression)
    default: break
    }
  }

  /// A type; alternatives that are not the whole of it, or that `|` would end, stand in brackets.
  private mutating func print(_ type: TypeExpression, isWhole: Bool) {
    let isBracketed = type.alternatives.count > 1 && !isWhole
    if isBracketed { write("ANY<") }
    list(type.alternatives, separator: " | ") { printer, alternative in
      printer.write(alternative.name.rawValue)
      if let element = alternative.element {
        printer.write("<")
        printer.print(element, isWhole: true)
        printer.write(">")
      }
      if alternative.excludesNull { printer.write(" NOT NULL") }
    }
    if isBracketed { write(">") }
  }

  private mutating func postfix(_ expression: Expression) {
    switch expression.kind {
    case .property(let subject, let key):
      print(subject, .postfix)
      write(".")
      name(key)
    case .element(let subject, let index):
      print(subject, .postfix)
      within(bar: false) {
        $0.write("[")
        $0.print(index)
        $0.write("]")
      }
    case .slice(let subject, let from, let to):
      print(subject, .postfix)
      within(bar: false) {
        $0.write("[")
        if let from { $0.print(from) }
        $0.write("..")
        if let to { $0.print(to) }
        $0.write("]")
      }
    case .labelTest(let subject, let labels):
      print(subject, .postfix)
      self.labels(labels)
    case .mapProjection(let subject, let items):
      print(subject, .postfix)
      write("{")
      within(bar: false) { $0.list(items) { $0.print($1) } }
      write("}")
    default: break
    }
  }

  private mutating func print(_ item: MapProjectionItem) {
    switch item {
    case .property(let key):
      write(".")
      name(key)
    case .entry(let entry): print(entry)
    case .allProperties: write(".*")
    case .variable(let name): variable(name.text)
    }
  }

  private mutating func print(_ entry: MapEntry) {
    name(entry.key)
    write(": ")
    print(entry.value)
  }

  private mutating func print(_ form: CaseExpression) {
    write("CASE")
    if let subject = form.subject {
      write(" ")
      within(bar: false) { $0.print(subject) }
    }
    within(bar: false) {
      for alternative in form.alternatives {
        $0.write(" WHEN ")
        $0.list(alternative.conditions) { $0.print($1) }
        $0.write(" THEN ")
        $0.print(alternative.result)
      }
      if let otherwise = form.otherwise {
        $0.write(" ELSE ")
        $0.print(otherwise)
      }
    }
    write(" END")
  }

  private mutating func bracketed(_ expression: Expression) {
    switch expression.kind {
    case .list(let elements):
      write("[")
      // `[x IN list]` would be a comprehension.
      let looksLikeComprehension = elements.count == 1 && elements.allSatisfy(\.beginsWithMembership)
      list(elements) { $0.print($1, looksLikeComprehension ? .primary : .or) }
      write("]")
    case .map(let entries):
      write("{")
      list(entries) { $0.print($1) }
      write("}")
    case .functionCall(let call):
      name(call.name)
      write(call.isDistinct ? "(DISTINCT " : "(")
      list(call.arguments) { $0.print($1) }
      write(")")
    case .listComprehension(let form): print(form)
    case .patternComprehension(let form): print(form)
    case .quantifier(let form): print(form)
    case .reduce(let form): print(form)
    case .subquery(let form):
      write("\(form.kind.rawValue) { ")
      print(form.query, separator: " ")
      write(" }")
    default: break
    }
  }

  private mutating func print(_ form: ListComprehension) {
    write("[")
    variable(form.variable.text)
    write(" IN ")
    within(bar: true) {
      $0.print(form.list)
      $0.predicate(form.predicate)
    }
    result(form.result)
    write("]")
  }

  private mutating func print(_ form: PatternComprehension) {
    write("[")
    print(form.pattern)
    within(bar: true) { $0.predicate(form.predicate) }
    result(form.result)
    write("]")
  }

  private mutating func result(_ result: Expression?) {
    guard let result else { return }
    write(" | ")
    print(result)
  }

  private mutating func print(_ form: QuantifierExpression) {
    write("\(form.kind.rawValue)(")
    variable(form.variable.text)
    write(" IN ")
    print(form.list)
    predicate(form.predicate)
    write(")")
  }

  private mutating func print(_ form: ReduceExpression) {
    write(form.predicate == nil ? "reduce(" : "allReduce(")
    variable(form.accumulator.text)
    write(" = ")
    print(form.initial)
    write(", ")
    variable(form.variable.text)
    write(" IN ")
    within(bar: true) { $0.print(form.list) }
    result(form.step)
    if let predicate = form.predicate {
      write(", ")
      print(predicate)
    }
    write(")")
  }

  /// ` WHERE predicate`, if there is one.
  mutating func predicate(_ predicate: Expression?) {
    guard let predicate else { return }
    write(" WHERE ")
    print(predicate)
  }
}

extension Expression {
  /// Whether the text begins with `variable IN`.
  fileprivate var beginsWithMembership: Bool {
    switch kind {
    case .binary(.in, let left, _):
      if case .variable = left.kind { true } else { left.beginsWithMembership }
    case .binary(_, let left, _), .comparison(let left, _), .nullTest(let left, _), .typeTest(let left, _, _),
      .arithmetic(let left, _):
      left.beginsWithMembership
    case .logical(_, let operands): operands.first?.beginsWithMembership ?? false
    default: false
    }
  }
}
