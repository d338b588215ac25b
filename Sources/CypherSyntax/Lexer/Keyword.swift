/// The words that mean something in some place. All are case-insensitive; few are reserved (``isReserved``).
enum Keyword: String, Hashable, Sendable, CaseIterable {
  case acyclic = "ACYCLIC"
  case all = "ALL"
  case allReduce = "ALLREDUCE"
  case allShortestPaths = "ALLSHORTESTPATHS"
  case and = "AND"
  case any = "ANY"
  case `as` = "AS"
  case asc = "ASC"
  case ascending = "ASCENDING"
  case at = "AT"
  case bindings = "BINDINGS"
  case both = "BOTH"
  case `break` = "BREAK"
  case built = "BUILT"
  case by = "BY"
  case call = "CALL"
  case `case` = "CASE"
  case collect = "COLLECT"
  case concurrent = "CONCURRENT"
  case constraint = "CONSTRAINT"
  case constraints = "CONSTRAINTS"
  case contains = "CONTAINS"
  case `continue` = "CONTINUE"
  case count = "COUNT"
  case create = "CREATE"
  case csv = "CSV"
  case delete = "DELETE"
  case desc = "DESC"
  case descending = "DESCENDING"
  case detach = "DETACH"
  case different = "DIFFERENT"
  case distinct = "DISTINCT"
  case drop = "DROP"
  case each = "EACH"
  case edge = "EDGE"
  case edges = "EDGES"
  case element = "ELEMENT"
  case elements = "ELEMENTS"
  case `else` = "ELSE"
  case end = "END"
  case ends = "ENDS"
  case error = "ERROR"
  case exists = "EXISTS"
  case explain = "EXPLAIN"
  case fail = "FAIL"
  case `false` = "FALSE"
  case fieldTerminator = "FIELDTERMINATOR"
  case filter = "FILTER"
  case finish = "FINISH"
  case `for` = "FOR"
  case foreach = "FOREACH"
  case from = "FROM"
  case fullText = "FULLTEXT"
  case function = "FUNCTION"
  case functions = "FUNCTIONS"
  case group = "GROUP"
  case groups = "GROUPS"
  case headers = "HEADERS"
  case `if` = "IF"
  case `in` = "IN"
  case include = "INCLUDE"
  case index = "INDEX"
  case indexes = "INDEXES"
  case insert = "INSERT"
  case `is` = "IS"
  case join = "JOIN"
  case key = "KEY"
  case known = "KNOWN"
  case labeled = "LABELED"
  case leading = "LEADING"
  case `let` = "LET"
  case limit = "LIMIT"
  case load = "LOAD"
  case match = "MATCH"
  case merge = "MERGE"
  case next = "NEXT"
  case node = "NODE"
  case noDetach = "NODETACH"
  case none = "NONE"
  case normalized = "NORMALIZED"
  case not = "NOT"
  case null = "NULL"
  case of = "OF"
  case offset = "OFFSET"
  case on = "ON"
  case optional = "OPTIONAL"
  case options = "OPTIONS"
  case or = "OR"
  case order = "ORDER"
  case path = "PATH"
  case paths = "PATHS"
  case planned = "PLANNED"
  case procedure = "PROCEDURE"
  case procedures = "PROCEDURES"
  case profile = "PROFILE"
  case range = "RANGE"
  case reduce = "REDUCE"
  case rel = "REL"
  case relationship = "RELATIONSHIP"
  case relationships = "RELATIONSHIPS"
  case remove = "REMOVE"
  case repeatable = "REPEATABLE"
  case report = "REPORT"
  case require = "REQUIRE"
  case `return` = "RETURN"
  case row = "ROW"
  case rows = "ROWS"
  case scan = "SCAN"
  case seek = "SEEK"
  case set = "SET"
  case shortest = "SHORTEST"
  case shortestPath = "SHORTESTPATH"
  case show = "SHOW"
  case simple = "SIMPLE"
  case single = "SINGLE"
  case skip = "SKIP"
  case starts = "STARTS"
  case status = "STATUS"
  case text = "TEXT"
  case then = "THEN"
  case trail = "TRAIL"
  case trailing = "TRAILING"
  case transactions = "TRANSACTIONS"
  case `true` = "TRUE"
  case typed = "TYPED"
  case union = "UNION"
  case unique = "UNIQUE"
  case unwind = "UNWIND"
  case using = "USING"
  case walk = "WALK"
  case when = "WHEN"
  case `where` = "WHERE"
  case with = "WITH"
  case xor = "XOR"
  case yield = "YIELD"

  /// Whether the word is never a variable without back-quotes. It may still name a label, a type, a property or a function.
  var isReserved: Bool {
    switch self {
    case .and, .as, .case, .contains, .create, .delete, .detach, .distinct, .else, .ends, .false, .in, .is, .match,
      .merge, .not, .null, .or, .remove, .return, .starts, .then, .true, .union, .unwind, .when, .where, .with, .xor:
      true
    default: false
    }
  }

  /// The keywords by their length in bytes.
  private static let byLength: [[(letters: [UInt8], keyword: Keyword)]] = {
    var table: [[(letters: [UInt8], keyword: Keyword)]] = []
    for keyword in Keyword.allCases {
      let letters = Array(keyword.rawValue.utf8)
      while table.count <= letters.count { table.append([]) }
      table[letters.count].append((letters, keyword))
    }
    return table
  }()

  /// The keyword that a word spells in any mixture of cases.
  init?(spelledBy word: ArraySlice<UInt8>) {
    guard word.count < Keyword.byLength.count else { return nil }
    for (letters, keyword) in Keyword.byLength[word.count] where zip(letters, word).allSatisfy({ $0 == $1 & 0xDF }) {
      self = keyword
      return
    }
    return nil
  }
}
