import CypherSyntax
import Diagnostics

/// A graph and a query, and the settings in which the engine is to answer as the reference does.
struct Trial {
  var graph: ReferenceGraph
  var query: Query
  var settings: [Setting]
  var mistake: ReferenceMistake?

  /// Two answers to one query.
  struct Disagreement {
    var graph: ReferenceGraph
    var query: Query
    var setting: Setting
    var expected: Outcome
    var found: Outcome
  }

  var writes: Bool {
    var writes = false
    SyntaxNode.query(query).walk { node in
      if case .clause(let clause) = node, clause.isUpdating { writes = true }
      return !writes
    }
    return writes
  }

  /// The answer of the reference; nil where the query is too large to be enumerated.
  func expected() throws -> Outcome? {
    let reference = Reference(graph, mistake: mistake)
    do {
      let answer = try reference.answer(query)
      let picture = writes ? GraphPicture(reference.graph, before: graph).lines : []
      let rows = answer.columns.isEmpty ? [] : answer.rows
      return Outcome(answer.columns, rows, CanonicalText(), isOrdered: query.isOrdered, graph: picture)
    } catch ReferenceStop.failure { return .failure } catch ReferenceStop.tooLarge { return nil }
  }

  /// The first setting in which the engine answers otherwise. Where counts are wrong it may begin at the worse end of a pattern, from
  /// which more trails lead than can be followed: such a setting tells nothing.
  func disagreement(_ expected: Outcome, in stores: StoreShelf) throws -> Disagreement? {
    for setting in settings {
      let store = try stores.graph(for: setting)
      let found = try store.outcome(of: query, writes: writes, isOrdered: query.isOrdered, setting)
      if found != expected, found != .tooLong {
        return Disagreement(graph: graph, query: query, setting: setting, expected: expected, found: found)
      }
    }
    return nil
  }
}

extension Query {
  /// Whether the order of rows counts: the maker sorts by everything or not at all.
  var isOrdered: Bool {
    guard parts.count == 1, case .return(let clause)? = parts.last?.clauses.last else { return false }
    return !clause.projection.order.isEmpty
  }
}

/// The stores that hold one graph, each filled when it is first asked for.
final class StoreShelf {
  private let graph: ReferenceGraph
  private var loaded: [Int: LoadedGraph] = [:]

  init(_ graph: ReferenceGraph) { self.graph = graph }

  func graph(for setting: Setting) throws -> LoadedGraph {
    let place = (Setting.Store.allCases.firstIndex(of: setting.store) ?? 0) * 2 + (setting.isIndexed ? 1 : 0)
    if let known = loaded[place] { return known }
    let made = try LoadedGraph(graph, setting)
    loaded[place] = made
    return made
  }
}

extension Trial.Disagreement {
  /// What the engine says of the query, where it fails.
  var complaint: String {
    guard found == .failure else { return "" }
    return (try? LoadedGraph(graph, setting).complaint(about: query, setting)) ?? ""
  }

  func report(seed: UInt64) -> String {
    """
    SILLAGE_SEED=\(seed), \(setting)
    \(graph.createStatement)
    --
    \(query.canonicalText)
    -- expected:
    \(expected)
    -- found\(complaint.isEmpty ? "" : " (\(complaint))"):
    \(found)
    """
  }
}
