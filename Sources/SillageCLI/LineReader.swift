import Sillage

/// Reads lines as they arrive, without waiting for more than one.
struct LineReader {
  let descriptor: Int32
  /// What errors call the file.
  private let name: String
  /// The most bytes of a line. One that is longer is cut behind one byte more, so that it can be told, and the rest of it is passed over.
  private let longest: Int
  /// For how many microseconds it watches for more before it sleeps.
  private let watch: Int
  /// Whether the line that was read last had an end.
  private(set) var sawEnd = true
  private var buffer: [UInt8] = []
  private var start = 0
  private var ended = false

  init(_ descriptor: Int32, name: String = "standard input", longest: Int = .max - 1, watch: Int = 0) {
    self.descriptor = descriptor
    self.name = name
    self.longest = longest
    self.watch = watch
  }

  /// The next line without its end; nil behind the last.
  mutating func next() throws(SillageError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = System.firstLineEnd(in: buffer, from: searched) {
        defer { start = end + 1 }
        sawEnd = true
        return Array(buffer[start..<end].prefix(longest + 1))
      }
      searched = buffer.count
      if buffer.count - start > longest { return try cutLine() }
      guard !ended else {
        defer { start = buffer.count }
        sawEnd = start == buffer.count
        return sawEnd ? nil : Array(buffer[start...])
      }
      let before = start
      try read()
      searched -= before
    }
  }

  /// Takes the first bytes of a line that is too long, and passes over the others.
  private mutating func cutLine() throws(SillageError) -> [UInt8] {
    let line = Array(buffer[start...].prefix(longest + 1))
    while !ended {
      buffer.removeAll(keepingCapacity: true)
      start = 0
      try read()
      guard let end = System.firstLineEnd(in: buffer, from: 0) else { continue }
      start = end + 1
      sawEnd = true
      return line
    }
    sawEnd = false
    return line
  }

  /// Reads some more, and lets go of what was taken.
  private mutating func read() throws(SillageError) {
    if watch > 0 { System.watch(descriptor, microseconds: watch) }
    switch System.readSome(descriptor) {
    case .success(let piece):
      ended = piece.isEmpty
      buffer.removeFirst(start)
      start = 0
      buffer += piece
    case .failure(let failure): throw .store(StoreError(.inputOutput, "cannot read \(name): \(failure.reason)"))
    }
  }
}
