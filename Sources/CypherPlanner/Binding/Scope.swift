/// The variables that a clause can see.
struct Scope {
  struct Entry {
    var variable: Variable
    var type: ValueType
    /// What is bound to the length of the path, where it is one that a pattern names.
    var length: Variable?
  }

  private(set) var entries: [String: Entry] = [:]
  /// The names in order of declaration.
  private(set) var names: [String] = []

  subscript(name: String) -> Entry? { entries[name] }

  mutating func declare(_ variable: Variable, _ type: ValueType, length: Variable? = nil) {
    if entries[variable.name] == nil { names.append(variable.name) }
    entries[variable.name] = Entry(variable: variable, type: type, length: length)
  }

  var variables: [Variable] { names.compactMap { entries[$0]?.variable } }

  /// What `*` stands for: the variables that a person named, by name.
  var visible: [Entry] { names.sorted().compactMap { entries[$0] }.filter(\.variable.isNamed) }
}
