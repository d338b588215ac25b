import CypherSyntax
import Diagnostics
public import GraphModel

/// `IS :: …`: the types of which a value has any.
public struct TypeTest: Sendable {
  public indirect enum Kind: Sendable {
    case ofType(ValueType)
    /// The elements have a type; nil for any.
    case list(TypeTest?)
    case any
    /// What a property may hold.
    case property
    case null
    case nothing
  }

  public struct Alternative: Sendable {
    public var kind: Kind
    public var excludesNull: Bool
  }

  public var alternatives: [Alternative]

  init(_ type: TypeExpression, in binder: Binder) throws(Diagnostic) {
    alternatives = []
    for alternative in type.alternatives {
      let kind = try TypeTest.kind(of: alternative, at: type.span, in: binder)
      alternatives.append(Alternative(kind: kind, excludesNull: alternative.excludesNull))
    }
  }

  private static func kind(
    of type: TypeExpression.Alternative, at span: SourceSpan, in binder: Binder
  ) throws(Diagnostic) -> Kind {
    switch type.name {
    case .boolean: .ofType(.boolean)
    case .string: .ofType(.string)
    case .integer: .ofType(.integer)
    case .float: .ofType(.float)
    case .date: .ofType(.date)
    case .localTime: .ofType(.localTime)
    case .zonedTime: .ofType(.time)
    case .localDateTime: .ofType(.localDateTime)
    case .zonedDateTime: .ofType(.dateTime)
    case .duration: .ofType(.duration)
    case .node: .ofType(.node)
    case .relationship: .ofType(.relationship)
    case .map: .ofType(.map)
    case .path: .ofType(.path)
    case .list: .list(try type.element.map { element throws(Diagnostic) in try TypeTest(element, in: binder) })
    case .any: .any
    case .propertyValue: .property
    case .null: .null
    case .nothing: .nothing
    case .point: throw binder.unsupported("the type POINT", at: span)
    }
  }

  /// Whether a value has one of the types. Null has every type that does not exclude it.
  public func holds(for value: Value) -> Bool { alternatives.contains { $0.holds(for: value) } }
}

extension TypeTest.Alternative {
  fileprivate func holds(for value: Value) -> Bool {
    switch (kind, value) {
    case (.nothing, _): false
    case (_, .null): !excludesNull
    case (.null, _): false
    case (.any, _): true
    case (.property, _): value.isStorable
    case (.list(let element), .list(let items)): element.map { element in items.allSatisfy(element.holds) } ?? true
    case (.list, _): false
    case (.ofType(let type), .list): type == .any
    case (.ofType(let type), _): ValueType(of: value) == type
    }
  }
}
