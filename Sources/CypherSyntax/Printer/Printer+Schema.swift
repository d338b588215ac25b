extension Printer {
  mutating func print(_ command: SchemaCommand) {
    switch command.kind {
    case .createIndex(let index): print(index)
    case .createConstraint(let constraint): print(constraint)
    case .dropIndex(let name, let ifExists): drop("INDEX", name, ifExists)
    case .dropConstraint(let name, let ifExists): drop("CONSTRAINT", name, ifExists)
    }
  }

  private mutating func drop(_ what: String, _ name: Identifier, _ ifExists: Bool) {
    write("DROP \(what) ")
    self.name(name)
    if ifExists { write(" IF EXISTS") }
  }

  private mutating func print(_ index: IndexDefinition) {
    write(index.kind == .range ? "CREATE INDEX " : "CREATE \(index.kind.rawValue) INDEX ")
    head(index.name, index.ifNotExists, index.target)
    write(index.kind == .fullText ? " ON EACH [" : " ON (")
    list(index.target.keys) { $0.key($1, of: index.target) }
    write(index.kind == .fullText ? "]" : ")")
    if let options = index.options {
      write(" OPTIONS ")
      print(options)
    }
  }

  private mutating func print(_ constraint: ConstraintDefinition) {
    write("CREATE CONSTRAINT ")
    head(constraint.name, constraint.ifNotExists, constraint.target)
    write(" REQUIRE (")
    list(constraint.target.keys) { $0.key($1, of: constraint.target) }
    write(") IS ")
    switch constraint.rule {
    case .unique: write("UNIQUE")
    case .exists: write("NOT NULL")
    case .key: write(constraint.target.entity == .node ? "NODE KEY" : "RELATIONSHIP KEY")
    case .type(let name): write(":: \(name)")
    }
  }

  /// `name IF NOT EXISTS FOR (n:Label)`.
  private mutating func head(_ name: Identifier?, _ ifNotExists: Bool, _ target: SchemaTarget) {
    if let name { variable(name.text, reserving: [.for, .if]) }
    if name != nil { write(" ") }
    if ifNotExists { write("IF NOT EXISTS ") }
    write(target.entity == .node ? "FOR (" : "FOR ()-[")
    variable(target.variable.text)
    write(":")
    list(target.names, separator: "|") { $0.name($1) }
    write(target.entity == .node ? ")" : "]-()")
  }

  private mutating func key(_ key: Identifier, of target: SchemaTarget) {
    variable(target.variable.text)
    write(".")
    name(key)
  }
}
