import GraphModel

/// Reads chunks of the base from the file and counts them.
///
/// A chunk ends with the digest of its bytes before, eight bytes, so that one which went bad is found where pages have no checksums.
final class ChunkSource {
  private let statements: StatementCache
  private(set) var readCount = 0

  init(_ statements: StatementCache) { self.statements = statements }

  /// The contents of a chunk; nil where there is none. Fails with `damaged` where it is not as it was written.
  func read(_ key: ChunkKey) throws(StoreError) -> RecordReader? { try read(rawKey: key.rawValue) }

  func read(rawKey key: Int64) throws(StoreError) -> RecordReader? {
    let rows = try statements[.chunk].bind(1, key)
    defer { rows.reset() }
    guard try rows.step() else { return nil }
    readCount += 1
    let bytes = rows.blob(0)
    let end = bytes.count - 8
    guard end >= 0 else { throw RecordReader.damage }
    var stored: UInt64 = 0
    for place in 0..<8 { stored |= UInt64(bytes[end + place]) << UInt64(8 * place) }
    guard stored == Digest.of(bytes, 0..<end) else { throw RecordReader.damage }
    return RecordReader(bytes, 0..<end)
  }

  /// A chunk that must be there.
  func require(_ key: ChunkKey) throws(StoreError) -> RecordReader {
    guard let reader = try read(key) else { throw RecordReader.damage }
    return reader
  }
}

/// A chunk ready to be written.
struct Chunk: Sendable {
  var key: Int64
  var bytes: [UInt8]

  init(_ key: ChunkKey, _ writer: RecordWriter) {
    self.key = key.rawValue
    bytes = writer.bytes
    let digest = Digest.of(bytes, bytes.indices)
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: digest >> UInt64(8 * place))) }
  }
}
