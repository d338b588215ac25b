/// The name that openCypher's conformance kit gives an error: when it is raised, its type and its detail.
public struct CypherFault: Hashable, Sendable {
  public enum Phase: String, Hashable, Sendable {
    case compileTime = "compile time"
    case runtime
  }

  public enum Kind: String, Hashable, Sendable {
    case syntaxError = "SyntaxError"
    case semanticError = "SemanticError"
    case typeError = "TypeError"
    case argumentError = "ArgumentError"
    case arithmeticError = "ArithmeticError"
    case constraintValidationFailed = "ConstraintValidationFailed"
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    case entityNotFound = "EntityNotFound"
    case parameterMissing = "ParameterMissing"
    case procedureError = "ProcedureError"
    case propertyNotFound = "PropertyNotFound"
    case labelNotFound = "LabelNotFound"
    case writeNotAllowed = "WriteNotAllowed"
    case resourceExhausted = "ResourceExhausted"
  }

  public var phase: Phase
  public var kind: Kind
  public var detail: CypherErrorDetail

  public init(_ phase: Phase, _ kind: Kind, _ detail: CypherErrorDetail) {
    self.phase = phase
    self.kind = kind
    self.detail = detail
  }
}

/// The details of openCypher's conformance kit, and below them those that this engine adds.
public enum CypherErrorDetail: String, Hashable, Sendable, CaseIterable {
  case ambiguousAggregationExpression = "AmbiguousAggregationExpression"
  case columnNameConflict = "ColumnNameConflict"
  case creatingVarLength = "CreatingVarLength"
  case deleteConnectedNode = "DeleteConnectedNode"
  case deletedEntityAccess = "DeletedEntityAccess"
  case differentColumnsInUnion = "DifferentColumnsInUnion"
  case floatingPointOverflow = "FloatingPointOverflow"
  case integerOverflow = "IntegerOverflow"
  case intervalOverflow = "IntervalOverflow"
  case invalidAggregation = "InvalidAggregation"
  case invalidArgumentExpression = "InvalidArgumentExpression"
  case invalidArgumentPassingMode = "InvalidArgumentPassingMode"
  case invalidArgumentType = "InvalidArgumentType"
  case invalidArgumentValue = "InvalidArgumentValue"
  case invalidClauseComposition = "InvalidClauseComposition"
  case invalidDelete = "InvalidDelete"
  case invalidElementAccess = "InvalidElementAccess"
  case invalidNumberLiteral = "InvalidNumberLiteral"
  case invalidNumberOfArguments = "InvalidNumberOfArguments"
  case invalidParameterUse = "InvalidParameterUse"
  case invalidPropertyType = "InvalidPropertyType"
  case invalidRelationshipPattern = "InvalidRelationshipPattern"
  case invalidUnicodeCharacter = "InvalidUnicodeCharacter"
  case invalidUnicodeLiteral = "InvalidUnicodeLiteral"
  case listElementAccessByNonInteger = "ListElementAccessByNonInteger"
  case mapElementAccessByNonString = "MapElementAccessByNonString"
  case mergeReadOwnWrites = "MergeReadOwnWrites"
  case missingParameter = "MissingParameter"
  case negativeIntegerArgument = "NegativeIntegerArgument"
  case nestedAggregation = "NestedAggregation"
  case noExpressionAlias = "NoExpressionAlias"
  case noSingleRelationshipType = "NoSingleRelationshipType"
  case noVariablesInScope = "NoVariablesInScope"
  case nonConstantExpression = "NonConstantExpression"
  case numberOutOfRange = "NumberOutOfRange"
  case procedureNotFound = "ProcedureNotFound"
  case propertyAccessOnNonMap = "PropertyAccessOnNonMap"
  case relationshipUniquenessViolation = "RelationshipUniquenessViolation"
  case requiresDirectedRelationship = "RequiresDirectedRelationship"
  case undefinedVariable = "UndefinedVariable"
  case unexpectedParameter = "UnexpectedParameter"
  case unexpectedSyntax = "UnexpectedSyntax"
  case unknownFunction = "UnknownFunction"
  case variableAlreadyBound = "VariableAlreadyBound"
  case variableTypeConflict = "VariableTypeConflict"

  case readOnlyQuery = "ReadOnlyQuery"
  case limitExceeded = "LimitExceeded"
  case divisionByZero = "DivisionByZero"
  case storeFailure = "StoreFailure"
  case constraintViolated = "ConstraintViolated"
  case externalResourceFailed = "ExternalResourceFailed"
}
