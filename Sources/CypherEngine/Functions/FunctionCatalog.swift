public import CypherPlanner
public import GraphModel

/// The functions beside those of the language that queries may call.
public protocol FunctionCatalog: FunctionDirectory {
  /// The values of a function for the rows of a batch: an argument is a column. The number of arguments is one that a
  /// signature of the function takes.
  func values(
    of function: String, _ arguments: [Column], count: Int, in graph: any GraphReader
  ) throws(RegisteredFunctionError) -> [Value]
}

/// Why a registered function gave no value.
public enum RegisteredFunctionError: Error, Sendable {
  /// An argument that it cannot work with, in a sentence.
  case argument(String)
  case store(StoreError)
}
