/// Which scalars a place of a regular expression takes.
indirect enum ScalarTest: Sendable {
  case every
  case range(ClosedRange<Unicode.Scalar>)
  /// The same without regard to case.
  case foldedRange(ClosedRange<Unicode.Scalar>)
  case category(@Sendable (Unicode.Scalar) -> Bool)
  case not(ScalarTest)
  case anyOf([ScalarTest])
  case both(ScalarTest, ScalarTest)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .every: return true
    case .range(let range): return range.contains(scalar)
    case .foldedRange(let range):
      return range.contains(scalar) || Self.otherCases(of: scalar).contains { range.contains($0) }
    case .category(let holds): return holds(scalar)
    case .not(let test): return !test.contains(scalar)
    case .anyOf(let tests): return tests.contains { $0.contains(scalar) }
    case .both(let one, let other): return one.contains(scalar) && other.contains(scalar)
    }
  }

  private static func otherCases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].compactMap {
      $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
    }
  }

  static func one(_ scalar: Unicode.Scalar) -> ScalarTest { .range(scalar...scalar) }

  // MARK: Classes with names; as in Java, those of one letter know ASCII only

  static let digit = ScalarTest.range("0"..."9")
  static let word = ScalarTest.anyOf([.range("a"..."z"), .range("A"..."Z"), .digit, .one("_")])
  static let space = ScalarTest.anyOf([.range("\u{9}"..."\u{D}"), .one(" ")])
  static let horizontalSpace = ScalarTest.anyOf([
    .one("\u{9}"), .one(" "), .one("\u{A0}"), .one("\u{1680}"), .one("\u{180E}"), .range("\u{2000}"..."\u{200A}"),
    .one("\u{202F}"), .one("\u{205F}"), .one("\u{3000}"),
  ])
  static let lineEnd = ScalarTest.anyOf([.one("\n"), .one("\r"), .one("\u{85}"), .range("\u{2028}"..."\u{2029}")])

  /// The class that a letter behind a backslash names.
  static func named(_ letter: Unicode.Scalar) -> ScalarTest? {
    switch letter {
    case "d": .digit
    case "D": .not(.digit)
    case "w": .word
    case "W": .not(.word)
    case "s": .space
    case "S": .not(.space)
    case "h": .horizontalSpace
    case "H": .not(.horizontalSpace)
    case "R": .lineEnd
    default: nil
    }
  }

  /// The class that `\p{…}` names: a general category of Unicode, one of its groups, or one of Java's names.
  static func property(_ name: String) -> ScalarTest? {
    switch name {
    case "Lower", "javaLowerCase": return name == "Lower" ? .range("a"..."z") : .category { $0.properties.isLowercase }
    case "Upper", "javaUpperCase": return name == "Upper" ? .range("A"..."Z") : .category { $0.properties.isUppercase }
    case "ASCII": return .range("\0"..."\u{7F}")
    case "Alpha": return .anyOf([.range("a"..."z"), .range("A"..."Z")])
    case "Digit": return .digit
    case "Alnum": return .anyOf([.range("a"..."z"), .range("A"..."Z"), .digit])
    case "Punct":
      return .anyOf([.range("!"..."/"), .range(":"..."@"), .range("["..."`"), .range("{"..."~")])
    case "Space": return .space
    case "XDigit": return .anyOf([.digit, .range("a"..."f"), .range("A"..."F")])
    case "IsAlphabetic": return .category { $0.properties.isAlphabetic }
    case "IsLetter": return property("L")
    case "IsDigit": return property("Nd")
    case "IsUppercase": return .category { $0.properties.isUppercase }
    case "IsLowercase": return .category { $0.properties.isLowercase }
    case "IsWhite_Space": return .category { $0.properties.isWhitespace }
    default:
      let names = Set(categories.filter { $0.name == name || $0.name.prefix(1) == name }.map(\.category))
      return names.isEmpty ? nil : .category { names.contains($0.properties.generalCategory) }
    }
  }

  private static let categories: [(name: String, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
    ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
    ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
    ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
    ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
    ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
    ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Co", .privateUse), ("Cn", .unassigned),
  ]
}
