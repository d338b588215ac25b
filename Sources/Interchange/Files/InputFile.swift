import CZlib

/// The bytes of a file from its start on; what is compressed with gzip is inflated, whatever its name.
///
/// Belongs to one thread at a time.
@safe
final class InputFile {
  private let file: gzFile

  /// Nil where the file cannot be opened.
  init?(_ path: String) {
    guard let opened = unsafe gzopen(path, "rbe") else { return nil }
    unsafe file = opened
    unsafe gzbuffer(opened, 1 << 17)
  }

  deinit { unsafe gzclose(file) }

  /// Appends up to `count` bytes; fewer only at the end. Fails in words of the system or of zlib.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(InputFailure) {
    var got: Int32 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      got = unsafe gzread(file, buffer.baseAddress, UInt32(clamping: buffer.count))
      filled = Int(max(got, 0))
    }
    var code: Int32 = Z_OK
    let reason = unsafe gzerror(file, &code).map { unsafe String(cString: $0) }
    guard got >= 0, code == Z_OK || code == Z_STREAM_END else {
      throw InputFailure(reason: reason.flatMap { $0.isEmpty ? nil : $0 } ?? "it cannot be read")
    }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
  }
}

/// Why a file cannot be read.
struct InputFailure: Error {
  var reason: String
}
