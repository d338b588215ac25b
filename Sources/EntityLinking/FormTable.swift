/// All surface forms in a few flat tables: the folded letters, what each word must look like, the readings.
struct FormTable: Sendable {
  /// Where the parts of a form are in the other tables.
  struct Record: Sendable {
    var firstHash: UInt64
    var letters: UInt32
    var words: UInt32
    var readings: UInt32 = 0
    var traits: FormTraits = []
    var letterCount: UInt16
    var wordCount: UInt16
    var readingCount: UInt16 = 0
    var kinds: EntityKinds = []
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
    letters.reserveCapacity(expected * 12)
    words.reserveCapacity(expected * 2)
    readings.reserveCapacity(expected)
    earlier.reserveCapacity(expected)
  }

  /// What it takes in memory.
  var bytes: Int {
    records.capacity * MemoryLayout<Record>.stride + letters.capacity + words.capacity * MemoryLayout<FormWord>.stride
      + readings.capacity * MemoryLayout<SurfaceForm.Reading>.stride
  }

  /// Adds a form that is new, behind all others.
  mutating func add(_ name: Range<Int>, of batch: borrowing NameBatch, _ reading: SurfaceForm.Reading) {
    let start = letters.count
    let own = batch.words.span
    let folded = batch.letters.span
    letters.append(addingCapacity: name.reduce(0) { $0 + own[$1].letters.count }) { letters in
      for index in name {
        for letter in own[index].letters { letters.append(folded[letter]) }
      }
    }
    words.append(addingCapacity: name.count) { words in
      for index in name {
        words.append(
          FormWord(
            gap: index == name.lowerBound ? [] : own[index].gap, length: UInt16(clamping: own[index].letters.count),
            isCapital: own[index].isCapital))
      }
    }
    records.append(
      Record(
        firstHash: batch.words[name.lowerBound].hash, letters: UInt32(start), words: UInt32(words.count - name.count),
        letterCount: UInt16(clamping: letters.count - start), wordCount: UInt16(clamping: name.count)))
    latest.append(-1)
    append(reading, to: records.count - 1)
  }

  /// Adds another name that folds to a form: it may have what either name has between its words, and needs only the capitals
  /// that both have.
  mutating func join(
    _ name: Range<Int>, of batch: borrowing NameBatch, _ reading: SurfaceForm.Reading, to form: Int
  ) {
    var place = Int(records[form].words)
    for index in name {
      if index > name.lowerBound { words[place].gap.formUnion(batch.words[index].gap) }
      if !batch.words[index].isCapital { words[place].isCapital = false }
      place += 1
    }
    var last = latest[form]
    while last >= 0 {
      let position = Int(last)
      if readings[position].entity == reading.entity {
        readings[position].origin = min(readings[position].origin, reading.origin)
        readings[position].marks.formUnion(reading.marks)
        return
      }
      last = earlier[position]
    }
    append(reading, to: form)
  }

  private mutating func append(_ reading: SurfaceForm.Reading, to form: Int) {
    earlier.append(latest[form])
    latest[form] = Int32(readings.count)
    readings.append(reading)
  }

  /// Whether a form, while forms are added, is a listed name of another entity.
  func isListed(_ form: Int, forOthersThan entity: Int) -> Bool {
    var place = latest[form]
    while place >= 0 {
      let reading = readings[Int(place)]
      if reading.entity != entity, reading.origin.isListed { return true }
      place = earlier[Int(place)]
    }
    return false
  }

  /// Puts the readings of each form beside each other, sorted by entity, and gives each form its traits. What follows from a
  /// name by rule is no reading of a form that is a listed name.
  mutating func finish(kinds: [EntityKind], traits: FormTraitRules) {
    var ordered: [SurfaceForm.Reading] = []
    ordered.reserveCapacity(readings.count)
    for form in records.indices {
      let start = ordered.count
      var place = latest[form]
      var hasListed = false
      while place >= 0 {
        ordered.append(readings[Int(place)])
        if readings[Int(place)].origin.isListed { hasListed = true }
        place = earlier[Int(place)]
      }
      if ordered.count > start + 1 {
        if hasListed { ordered[start...].removeAll { !$0.origin.isListed } }
        ordered[start...].sort { $0.entity < $1.entity }
      }
      var record = records[form]
      record.readings = UInt32(start)
      record.readingCount = UInt16(clamping: ordered.count - start)
      record.kinds =
        ordered.count == start + 1 ? EntityKinds(kinds[ordered[start].entity]) : EntityKinds(ordered[start...].lazy.map { kinds[$0.entity] })
      records[form] = record
    }
    readings = ordered
    (earlier, latest) = ([], [])
    for form in records.indices {
      let record = records[form]
      records[form].traits = traits.traits(
        letters(of: form), firstHash: record.firstHash, words(of: form), readings(of: form), kinds: record.kinds)
    }
  }

  /// The words of a form.
  func words(of form: Int) -> ArraySlice<FormWord> {
    let record = records[form]
    return words[Int(record.words)..<Int(record.words) + Int(record.wordCount)]
  }

  /// The folded letters of a form, without anything between its words.
  func letters(of form: Int) -> ArraySlice<UInt8> { letters[letterRange(of: form)] }

  private func letterRange(of form: Int) -> Range<Int> {
    let start = Int(records[form].letters)
    return start..<start + Int(records[form].letterCount)
  }

  /// Whether a range of well-formed UTF-8 has the letters of a form: the check that hashes call for. Cost: one comparison for what is
  /// short and has no accent, else that of the letters.
  @inline(__always)
  func letters(of form: Int, are range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let wanted = letterRange(of: form)
    if range.count <= 8, wanted.count == range.count {
      let run = ShortRun(bytes, at: range.lowerBound, count: range.count)
      if run.folded == EightBytes(letters.span, at: wanted.lowerBound).bits & run.mask { return true }
    }
    return letters(wanted, are: range, of: bytes)
  }

  private func letters(_ wanted: Range<Int>, are range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let letters = letters.span
    var next = wanted.lowerBound
    let fits = Folding.forEachByte(of: range, in: bytes) { byte in
      guard next < wanted.upperBound, letters[next] == byte else { return false }
      next += 1
      return true
    }
    return fits && next == wanted.upperBound
  }

  func readings(of form: Int) -> ArraySlice<SurfaceForm.Reading> {
    let record = records[form]
    return readings[Int(record.readings)..<Int(record.readings) + Int(record.readingCount)]
  }

  @inline(__always)
  func onlyEntity(of form: Int) -> Int? {
    let record = records[form]
    return record.readingCount == 1 ? readings[Int(record.readings)].entity : nil
  }

  @inline(__always)
  func hasReading(_ form: Int, where holds: (SurfaceForm.Reading) -> Bool) -> Bool {
    let record = records[form]
    for place in Int(record.readings)..<Int(record.readings) + Int(record.readingCount) where holds(readings[place]) { return true }
    return false
  }

  /// Where the readings of a form stand, see ``entity(ofReading:)``.
  @inline(__always)
  func readingPlaces(of form: Int) -> Range<Int> {
    let record = records[form]
    return Int(record.readings)..<Int(record.readings) + Int(record.readingCount)
  }

  @inline(__always)
  func entity(ofReading place: Int) -> Int { readings[place].entity }

  @inline(__always)
  func forEachEntity(of form: Int, _ take: (Int) -> Void) {
    let record = records[form]
    for place in Int(record.readings)..<Int(record.readings) + Int(record.readingCount) { take(readings[place].entity) }
  }

  subscript(form: Int) -> SurfaceForm {
    let record = records[form]
    return SurfaceForm(
      words: .init(
        count: Int(record.wordCount), firstHash: record.firstHash, length: Int(record.letterCount)),
      kinds: record.kinds, traits: record.traits)
  }
}
