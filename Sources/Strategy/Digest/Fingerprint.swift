import CDigest

/// MD5 (RFC 1321), by Debian's libmd: tells texts apart that nobody made to be mistaken for each other, at a fraction of the
/// cost of SHA-256.
enum Fingerprint {
  /// The fingerprint of some bytes as 32 lower-case hexadecimal digits.
  static func hex(of bytes: [UInt8]) -> String {
    var context = MD5_CTX()
    unsafe MD5Init(&context)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe MD5Update(&context, buffer.baseAddress, buffer.count)
    }
    var digest = [UInt8](repeating: 0, count: 16)
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe MD5Final(buffer.baseAddress, &context)
    }
    return digest.hexadecimal
  }
}

extension [UInt8] {
  /// Two lower-case digits a byte.
  var hexadecimal: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
}
