/// A way of writing the name of one or more entities, folded.
struct SurfaceForm: Sendable {
  var words: Words
  /// The kinds of the entities that it may mean.
  var kinds: EntityKinds
  var traits: FormTraits

  /// What is known of the folded words.
  struct Words: Sendable {
    var count: Int
    /// The ``WordHash`` of the first word.
    var firstHash: UInt64
    /// The folded bytes of all words.
    var length: Int
  }

  /// An entity, and how the form comes from its names.
  struct Reading: Sendable, Hashable {
    private var position: Int32
    var origin: FormOrigin
    var marks: Marks

    init(entity: Int, origin: FormOrigin, marks: Marks = []) {
      position = Int32(truncatingIfNeeded: entity)
      self.origin = origin
      self.marks = marks
    }

    /// The position of the entity in the catalogue.
    var entity: Int { Int(position) }

    /// What is known of the names of the entity that give the form.
    struct Marks: OptionSet, Sendable, Hashable {
      let rawValue: UInt8

      /// A listed name of one short word, in capitals; and one that is not.
      static let inCapitals = Marks(rawValue: 1)
      static let notInCapitals = Marks(rawValue: 2)
      /// The form is the end of the full name of a person.
      static let endsFullName = Marks(rawValue: 4)
      /// A listed name that ends in a full stop, or in a plus sign.
      static let endsInStop = Marks(rawValue: 8)
      static let endsInPlus = Marks(rawValue: 16)
      /// A listed name of one word with a capital behind a small letter; and one without.
      static let inCamelCase = Marks(rawValue: 32)
      static let notInCamelCase = Marks(rawValue: 64)

      init(rawValue: UInt8) { self.rawValue = rawValue }

      /// The mark of a name that ends in a byte; nil for what ends no name.
      init?(endSign byte: UInt8) {
        switch byte {
        case 0x2E: self = .endsInStop
        case 0x2B: self = .endsInPlus
        default: return nil
        }
      }
    }
  }
}

/// How a form comes from the names of its entity.
enum FormOrigin: UInt8, Sendable, Hashable, Comparable {
  case name, alias, nickname
  /// With an s at the end.
  case plural
  /// A letter and a digit group written together, such as "ID3" for "ID.3".
  case joined
  /// A letter and a digit group written apart, such as "A 390" for "A390".
  case split
  /// With the head noun of a site, such as "usine de Cléon".
  case siteHead
  /// Without the article that a preposition has swallowed: "(du) Mans" for "Le Mans".
  case contracted
  /// All words as one, as in a hashtag.
  case glued
  /// The last name of a person, where no other name has this form.
  case lastName

  /// Whether somebody listed the name, so that it does not follow by rule.
  var isListed: Bool { self < .plural }

  static func < (a: FormOrigin, b: FormOrigin) -> Bool { a.rawValue < b.rawValue }
}

/// What makes a form easier or harder to trust.
struct FormTraits: OptionSet, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Several words, at least one of them no everyday word.
  static let longName = FormTraits(rawValue: 1)
  /// Several everyday words: only their capitals make a name of them.
  static let weakPhrase = FormTraits(rawValue: 2)
  /// Letters and digits in one word.
  static let code = FormTraits(rawValue: 4)
  static let number = FormTraits(rawValue: 8)
  /// One word of at most four capitals.
  static let acronym = FormTraits(rawValue: 16)
  /// An acronym that stands for other things too.
  static let sharedAcronym = FormTraits(rawValue: 32)
  static let frenchWord = FormTraits(rawValue: 64)
  static let englishWord = FormTraits(rawValue: 128)
  static let givenName = FormTraits(rawValue: 256)
  /// The last name of a person in the catalogue, alone.
  static let surname = FormTraits(rawValue: 512)
  /// A brand, company or place whose name people bear too.
  static let familyName = FormTraits(rawValue: 1024)
  /// Only figures of speech.
  static let nickname = FormTraits(rawValue: 2048)
  /// Listed in lower case, so that capitals mean nothing.
  static let listedLower = FormTraits(rawValue: 4096)
  static let glued = FormTraits(rawValue: 8192)
  static let split = FormTraits(rawValue: 16384)
  static let contracted = FormTraits(rawValue: 32768)
  /// A code of two letters and digits, such as "R5".
  static let shortCode = FormTraits(rawValue: 65536)
  /// A name that is another word with a small letter: "ford", "jeep".
  static let lowerWord = FormTraits(rawValue: 131072)
  /// Everyday words with a letter or digit, such as "Model 3".
  static let modelName = FormTraits(rawValue: 262144)
  /// Cues are listed for it, or for the singular of it.
  static let hasOwnCues = FormTraits(rawValue: 524288)
  /// Every listed name that gives it writes its first word with a capital.
  static let startsWithCapital = FormTraits(rawValue: 1_048_576)
  /// One word that every name writes with a capital within, such as "ElectriCity".
  static let camelCase = FormTraits(rawValue: 2_097_152)

  /// What one word may be beside a name.
  static let doubtfulWord: FormTraits = [
    .number, .acronym, .sharedAcronym, .frenchWord, .englishWord, .lowerWord, .givenName, .surname, .nickname, .split,
  ]
}
