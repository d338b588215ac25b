import CDigest

/// SHA-256 (FIPS 180-4), by Debian's libmd.
public struct SHA256: Sendable {
  private var context: SHA2_CTX

  public init() {
    context = SHA2_CTX()
    unsafe SHA256Init(&context)
  }

  /// Adds bytes to what is digested.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe SHA256Update(&context, buffer.baseAddress, buffer.count)
    }
  }

  /// The digest as 64 lower-case hexadecimal digits. Nothing may be added afterwards.
  public consuming func hex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe SHA256Final(buffer.baseAddress, &context)
    }
    return digest.hexadecimal
  }

  /// The digest of some bytes, in hexadecimal.
  public static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hex()
  }
}
