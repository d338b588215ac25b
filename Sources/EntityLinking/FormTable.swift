/// All surface forms in a few flat tables: the folded letters, what each word must look like, the readings.
struct FormTable: Sendable {
  /// Where the parts of a form are in the other tables.
  struct Record: Sendable {
    var firstHash: UInt64
    var letters: UInt32
    var words: UInt32
    var readings: UInt32
    var traits: FormTraits
    var letterCount: UInt16
    var wordCount: UInt16
    var readingCount: UInt16
  }

  /// One word of a form.
  struct FormWord: Sendable {
    /// What the text may have before it beside ``Gap/soft``; nothing for the first word.
    var gap: Gap
    var length: UInt16
    /// Whether every listed name that gives the form writes it with a capital.
    var isCapital: Bool
  }

  private(set) var records: [Record] = []
  private var letters: [UInt8] = []
  private var words: [FormWord] = []
  private var readings: [SurfaceForm.Reading] = []
  /// While forms are added: for each reading the one that the same form got before, or -1; and the last of each form.
  private var earlier: [Int32] = []
  private var latest: [Int32] = []

  /// The longest form, in words or in folded bytes; longer names are left out.
  static let longestForm = Int(UInt16.max)

  init(forms expected: Int) {
    records.reserveCapacity(expected)
    latest.reserveCapacity(expected)
    letters.reserveCapacity(expected * 16)
    words.reserveCapacity(expected * 2)
    readings.reserveCapacity(expected)
    earlier.reserveCapacity(expected)
  }

  /// Adds a form that is new, behind all others.
  mutating func add(_ name: ListedName, _ reading: SurfaceForm.Reading) {
    let start = letters.count
    for (index, word) in name.words.enumerated() {
      letters += word.utf8
      words.append(
        FormWord(
          gap: index == 0 ? [] : name.gaps[index - 1], length: UInt16(clamping: word.utf8.count),
          isCapital: name.isCapital(index)))
    }
    records.append(
      Record(
        firstHash: name.words.first.map(WordHash.of) ?? 0, letters: UInt32(start), words: UInt32(words.count - name.words.count),
        readings: 0, traits: [], letterCount: UInt16(clamping: letters.count - start),
        wordCount: UInt16(clamping: name.words.count), readingCount: 0))
    latest.append(-1)
    append(reading, to: records.count - 1)
  }

  /// Adds another name that folds to a form: it may have what either name has between its words, and needs only the capitals
  /// that both have.
  mutating func join(_ name: ListedName, _ reading: SurfaceForm.Reading, to form: Int) {
    let first = Int(records[form].words)
    for index in name.words.indices {
      if index > 0 { words[first + index].gap.formUnion(name.gaps[index - 1]) }
      if !name.isCapital(index) { words[first + index].isCapital = false }
    }
    var place = latest[form]
    var allGenerated = true
    while place >= 0 {
      if readings[Int(place)].entity == reading.entity {
        readings[Int(place)].origin = min(readings[Int(place)].origin, reading.origin)
        return
      }
      if readings[Int(place)].origin < .plural { allGenerated = false }
      place = earlier[Int(place)]
    }
    if reading.origin < .plural || allGenerated { append(reading, to: form) }
  }

  private mutating func append(_ reading: SurfaceForm.Reading, to form: Int) {
    earlier.append(latest[form])
    latest[form] = Int32(readings.count)
    readings.append(reading)
    records[form].readingCount &+= 1
  }

  /// Whether all readings of a form, while forms are added, are of one entity.
  func means(only entity: Int, _ form: Int) -> Bool {
    var place = latest[form]
    while place >= 0 {
      if readings[Int(place)].entity != entity { return false }
      place = earlier[Int(place)]
    }
    return true
  }

  /// Puts the readings of each form beside each other, sorted by entity, and gives each form its traits.
  mutating func finish(traits: (ListedForm) -> FormTraits) {
    var ordered: [SurfaceForm.Reading] = []
    ordered.reserveCapacity(readings.count)
    for form in records.indices {
      let start = ordered.count
      var place = latest[form]
      while place >= 0 {
        ordered.append(readings[Int(place)])
        place = earlier[Int(place)]
      }
      if ordered.count > start + 1 { ordered[start...].sort { ($0.entity, $0.origin) < ($1.entity, $1.origin) } }
      records[form].readings = UInt32(start)
      records[form].readingCount = UInt16(clamping: ordered.count - start)
    }
    readings = ordered
    (earlier, latest) = ([], [])
    for form in records.indices { records[form].traits = traits(listed(form)) }
  }

  private func listed(_ form: Int) -> ListedForm {
    let record = records[form]
    let own = words(of: form)
    var texts: [String] = []
    var start = Int(record.letters)
    for word in own {
      texts.append(String(decoding: letters[start..<start + Int(word.length)], as: UTF8.self))
      start += Int(word.length)
    }
    return ListedForm(
      words: texts, gaps: own.dropFirst().map(\.gap), capitals: own.map(\.isCapital), readings: Array(readings(of: form)))
  }

  /// The words of a form.
  func words(of form: Int) -> ArraySlice<FormWord> {
    let record = records[form]
    return words[Int(record.words)..<Int(record.words) + Int(record.wordCount)]
  }

  /// The folded letters of a form, without anything between its words.
  func letters(of form: Int) -> ArraySlice<UInt8> {
    let record = records[form]
    return letters[Int(record.letters)..<Int(record.letters) + Int(record.letterCount)]
  }

  func readings(of form: Int) -> ArraySlice<SurfaceForm.Reading> {
    let record = records[form]
    return readings[Int(record.readings)..<Int(record.readings) + Int(record.readingCount)]
  }

  subscript(form: Int) -> SurfaceForm {
    let record = records[form]
    return SurfaceForm(
      words: .init(
        count: Int(record.wordCount), firstHash: record.firstHash, firstLength: Int(words[Int(record.words)].length)),
      readings: readings(of: form), traits: record.traits)
  }
}
