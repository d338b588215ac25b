extension Printer {
  mutating func print(_ statement: Statement) {
    if let prefix = statement.prefix { write("\(prefix.rawValue) ") }
    if let time = statement.time { print(time) }
    switch statement.body {
    case .query(let query): print(query, separator: "\n")
    case .schema(let command): print(command)
    }
  }

  mutating func print(_ query: Query, separator: String) {
    for stage in query.earlier {
      print(stage, separator: separator)
      write("\(separator)NEXT\(separator)")
    }
    list(query.parts, separator: "\(separator)\(query.union.rawValue)\(separator)") { printer, part in
      printer.list(part.clauses, separator: separator) { printer, clause in
        // What orders and cuts the rows of SHOW is written without a WITH.
        if part.isTable, case .with(let with) = clause { printer.paging(with) } else { printer.print(clause) }
      }
    }
  }

  private mutating func print(_ clause: ConditionalClause) {
    for branch in clause.branches {
      write("WHEN ")
      print(branch.predicate)
      write(" THEN { ")
      print(branch.query, separator: " ")
      write(" } ")
    }
    guard let otherwise = clause.otherwise else { return }
    write("ELSE { ")
    print(otherwise, separator: " ")
    write(" }")
  }

  mutating func print(_ clause: Clause) {
    switch clause {
    case .call(let call): print(call)
    case .subquery(let call): print(call)
    case .loadCSV(let load): print(load)
    case .foreach(let foreach): print(foreach)
    case .finish: write("FINISH")
    case .show(let show): print(show)
    case .conditional(let conditional): print(conditional)
    default:
      write("\(clause.keywords) ")
      contents(of: clause)
    }
  }

  /// What follows the words of a clause.
  private mutating func contents(of clause: Clause) {
    switch clause {
    case .match(let match):
      if let mode = match.mode { write("\(mode.rawValue) ") }
      list(match.patterns) { $0.print($1) }
      predicate(match.predicate)
    case .unwind(let unwind):
      print(unwind.list)
      write(" AS ")
      variable(unwind.variable.text)
    case .with(let with) where with.isLet:
      list(with.projection.items) { printer, item in
        if let name = item.alias { printer.variable(name.text) }
        printer.write(" = ")
        printer.print(item.expression)
      }
    case .with(let with):
      print(with.projection)
      predicate(with.predicate)
    case .return(let `return`): print(`return`.projection)
    case .create(let create): list(create.patterns) { $0.print($1) }
    case .merge(let merge):
      print(merge.pattern)
      for action in merge.actions {
        write(" ON \(action.event.rawValue) SET ")
        list(action.items) { $0.print($1) }
      }
    case .set(let set): list(set.items) { $0.print($1) }
    case .remove(let remove): list(remove.items) { $0.print($1) }
    case .delete(let delete): list(delete.targets) { $0.print($1) }
    case .foreach, .call, .subquery, .loadCSV, .finish, .show, .conditional: break
    }
  }

  private mutating func print(_ foreach: ForeachClause) {
    write("FOREACH (")
    variable(foreach.variable.text)
    write(" IN ")
    within(bar: true) { $0.print(foreach.list) }
    write(" | ")
    list(foreach.updates, separator: " ") { $0.print($1) }
    write(")")
  }

  private mutating func print(_ projection: Projection) {
    if projection.isDistinct { write("DISTINCT ") }
    if projection.includesAll { write(projection.items.isEmpty ? "*" : "*, ") }
    list(projection.items) { $0.print($1) }
    paging(of: projection)
  }

  private mutating func paging(_ with: WithClause) {
    paging(of: with.projection)
    predicate(with.predicate)
  }

  /// ` ORDER BY … SKIP … LIMIT …`.
  private mutating func paging(of projection: Projection) {
    if !projection.order.isEmpty {
      write(" ORDER BY ")
      list(projection.order) { printer, item in
        printer.print(item.expression)
        if item.isDescending { printer.write(" DESC") }
      }
    }
    if let skip = projection.skip {
      write(" SKIP ")
      print(skip)
    }
    if let limit = projection.limit {
      write(" LIMIT ")
      print(limit)
    }
  }

  private mutating func print(_ item: ProjectionItem) {
    guard let alias = item.alias else { return write(item.sourceText) }
    print(item.expression)
    write(" AS ")
    variable(alias.text)
  }

  // MARK: Updates

  private mutating func print(_ item: SetItem) {
    switch item.kind {
    case .property(let target, let value):
      print(target)
      write(" = ")
      print(value)
    case .replace(let name, let value):
      variable(name.text)
      write(" = ")
      print(value)
    case .merge(let name, let value):
      variable(name.text)
      write(" += ")
      print(value)
    case .labels(let name, let labels): print(name, labels)
    }
  }

  private mutating func print(_ item: RemoveItem) {
    switch item.kind {
    case .property(let target): print(target)
    case .labels(let name, let labels): print(name, labels)
    }
  }

  private mutating func print(_ name: Identifier, _ labels: [LabelExpression]) {
    variable(name.text)
    for label in labels {
      write(":")
      print(label)
    }
  }

  // MARK: Calls

  private mutating func print(_ call: ProcedureCall) {
    write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    for (index, part) in call.name.parts.enumerated() {
      if index > 0 { write(".") }
      name(part)
    }
    if let arguments = call.arguments {
      write("(")
      list(arguments) { $0.print($1) }
      write(")")
    }
    switch call.yield {
    case nil: break
    case .all?: write(" YIELD *")
    case .items(let items, let predicate)?:
      write(items.isEmpty ? " YIELD -" : " YIELD ")
      list(items) { $0.print($1) }
      self.predicate(predicate)
    }
  }

  private mutating func print(_ item: YieldItem) {
    variable(item.field.text)
    guard let alias = item.alias else { return }
    write(" AS ")
    variable(alias.text)
  }

  private mutating func print(_ show: ShowClause) {
    write("SHOW ")
    if let kind = show.kind { write("\(kind) ") }
    write("\(show.subject.rawValue) YIELD ")
    if let columns = show.columns { list(columns) { $0.print($1) } } else { write("*") }
    predicate(show.predicate)
  }

  private mutating func print(_ call: SubqueryCall) {
    write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    switch call.imports {
    case .leadingWith: break
    case .all: write("(*) ")
    case .variables(let names):
      write("(")
      list(names) { $0.variable($1.text) }
      write(") ")
    }
    write("{ ")
    print(call.query, separator: " ")
    write(" }")
    if let transactions = call.transactions { print(transactions) }
  }

  private mutating func print(_ transactions: SubqueryCall.Transactions) {
    write(" IN")
    if let concurrency = transactions.concurrency {
      write(" ")
      print(concurrency)
    }
    write(transactions.isConcurrent ? " CONCURRENT TRANSACTIONS" : " TRANSACTIONS")
    if let size = transactions.batchSize {
      write(" OF ")
      print(size)
      write(" ROWS")
    }
    if let policy = transactions.errorPolicy { write(" ON ERROR \(policy.rawValue)") }
    if let status = transactions.status {
      write(" REPORT STATUS AS ")
      variable(status.text)
    }
  }

  private mutating func print(_ load: LoadCSVClause) {
    write(load.hasHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ")
    print(load.address)
    write(" AS ")
    variable(load.variable.text)
    if let terminator = load.fieldTerminator {
      write(" FIELDTERMINATOR ")
      string(terminator)
    }
  }
}
