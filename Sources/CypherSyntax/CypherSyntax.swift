// CypherSyntax: from the text of a query to a tree that says what was written, and back. The lexer makes tokens on demand,
// the parser is one recursive descent without backtracking, and both report what is wrong as diagnostics; nothing
// throws beyond this room. What a name means, which types fit and what is allowed where is the binder's business, not this room's.
public import Diagnostics

/// The limits on the shape of a query.
public enum SyntaxLimits {
  /// How deep brackets, lists, maps, patterns, subqueries and prefix operators may nest.
  ///
  /// The worst shape at this depth takes less than 8 MB of stack in a debug build and 3 MB in a release build; plain
  /// lists take 3 MB and 1 MB.
  public static let nesting = 500
  /// How high the tree of an expression may be, chains such as `a.b.c` and `a IN b IN c` included.
  public static let height = 1_000
  /// How many operators of a chain such as `1 + 2 + 3` make the tree higher; a longer chain is one node.
  static let shortChain = 100
  /// How many clauses may follow each other, each node, relationship and repeated part of a MATCH or MERGE counting as well.
  ///
  /// A plan is as high as they are many. It takes about 2 KB of stack for each in a release build, and 12 KB in a debug
  /// build; the program runs on a stack that holds them.
  public static let steps = 10_000
}

/// What the parser made of a text.
public struct ParseResult: Sendable {
  /// Nil if there is an error.
  public var statement: Statement?
  /// The first error is the one that counts.
  public var diagnostics: [Diagnostic]
}

/// Parses one statement; a `;` at its end is allowed. Cost: linear in the length of the text.
public func parse(_ source: SourceText) -> ParseResult {
  var parser = Parser(source)
  let statement = parser.wholeStatement()
  return ParseResult(statement: statement, diagnostics: parser.diagnostics)
}

/// Parses the statements of a script, which `;` separates; empty ones are passed over.
///
/// A statement with an error gives a result without a tree, and the parse goes on behind its `;`.
public func parseScript(_ source: SourceText) -> [ParseResult] {
  var parser = Parser(source)
  var results: [ParseResult] = []
  while true {
    while parser.accept(.semicolon) {}
    if parser.at(.endOfText) { return results }
    parser.diagnostics = []
    let statement = parser.scriptStatement()
    results.append(ParseResult(statement: statement, diagnostics: parser.diagnostics))
  }
}
