public import Diagnostics

extension DiagnosticCode {
  /// The bytes are no text: not UTF-8, or with control characters.
  public static let graphFileNotText = DiagnosticCode("E401")
  /// The YAML cannot be parsed, or uses a part of YAML that the format leaves out.
  public static let graphYamlSyntax = DiagnosticCode("E402")
  /// A key stands twice in one map.
  public static let graphDuplicateKey = DiagnosticCode("E403")
  /// Nothing tells what the file holds.
  public static let graphUnknownFileKind = DiagnosticCode("E404")
  /// A list stands where text is expected, and the like.
  public static let graphWrongShape = DiagnosticCode("E405")
  /// A required key is missing or has no value.
  public static let graphMissingKey = DiagnosticCode("E406")
  /// A key that the format does not have there.
  public static let graphUnknownKey = DiagnosticCode("E407")
  /// An id with other characters than lower case letters, digits and single hyphens.
  public static let graphMalformedID = DiagnosticCode("E408")
  /// An id that is defined twice.
  public static let graphDuplicateID = DiagnosticCode("E409")
  /// There is no schema, or more than one.
  public static let graphNoSchema = DiagnosticCode("E410")
  /// The schema contradicts itself.
  public static let graphFaultySchema = DiagnosticCode("E411")
  /// A type that the schema does not have.
  public static let graphUnknownType = DiagnosticCode("E412")
  /// A relationship type that the schema does not have.
  public static let graphUnknownRelation = DiagnosticCode("E413")
  /// A claim predicate that the schema does not have.
  public static let graphUnknownPredicate = DiagnosticCode("E414")
  /// An id that no entity has.
  public static let graphUnknownEntity = DiagnosticCode("E415")
  /// An id that no source has.
  public static let graphUnknownSource = DiagnosticCode("E416")
  /// An id that no claim has.
  public static let graphUnknownClaim = DiagnosticCode("E417")
  /// A relation that starts at an entity of a type which its relationship type does not allow.
  public static let graphWrongSubject = DiagnosticCode("E418")
  /// A relation that ends at an entity of a type which its relationship type does not allow.
  public static let graphWrongObject = DiagnosticCode("E419")
  /// A date that does not exist or is not written as the format says.
  public static let graphMalformedDate = DiagnosticCode("E420")
  /// A period that starts after its end.
  public static let graphStartAfterEnd = DiagnosticCode("E421")
  /// A word from outside a closed list: a status, confidence, modality, polarity or unit.
  public static let graphUnknownWord = DiagnosticCode("E422")
  /// A property value that is not of the type that the schema gives the property.
  public static let graphWrongValue = DiagnosticCode("E423")
  /// A property that the schema does not give the type.
  public static let graphUnknownProperty = DiagnosticCode("E424")
  /// A qualifier that the schema does not give the relationship type.
  public static let graphUnknownQualifier = DiagnosticCode("E425")
  /// A statement of source that is not a source, a date and a confidence.
  public static let graphMalformedSource = DiagnosticCode("E426")
  /// A quote from somebody else's text that is longer than eight words.
  public static let graphLongQuote = DiagnosticCode("E427")
  /// A quote that does not stand in the article where its offsets say.
  public static let graphMisplacedQuote = DiagnosticCode("E428")
  /// Offsets that are not two numbers, or that contradict each other.
  public static let graphMalformedOffsets = DiagnosticCode("E429")
  /// The claims of something that is no article.
  public static let graphUnknownArticle = DiagnosticCode("E430")
  /// The same relation twice.
  public static let graphDuplicateRelation = DiagnosticCode("E431")
  /// A relation that is stated from both of its sides.
  public static let graphStatedTwice = DiagnosticCode("E432")
  /// A fault in `sillage.yaml`.
  public static let projectFile = DiagnosticCode("E433")
}
