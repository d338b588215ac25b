import GraphFiles
import Testing

@testable import Strategy

@Suite struct DigestTests {
  /// The examples of FIPS 180-4 and the empty text.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func `the digest of the standard's examples`(_ text: String, _ expected: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == expected)
  }

  @Test func `pieces give the digest of the whole`() {
    var digest = SHA256()
    for _ in 0..<1000 { digest.update([UInt8](repeating: 0x61, count: 1000)) }
    #expect(digest.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// The examples of RFC 1321.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ]) func `the fingerprint of known texts`(_ text: String, _ expected: String) {
    #expect(Fingerprint.hex(of: Array(text.utf8)) == expected)
  }

  @Test func `the hash of the text changes with every path and byte, and not with the order`() {
    let a = GraphFile(path: "a.yaml", bytes: [1, 2])
    let b = GraphFile(path: "b.yaml", bytes: [3])
    let hash = ContentHash.of([a, b])
    #expect(hash.count == 32)
    #expect(ContentHash.of([b, a]) == hash)
    let others = [
      [a], [a, GraphFile(path: "c.yaml", bytes: [3])], [a, GraphFile(path: "b.yaml", bytes: [4])],
      [GraphFile(path: "a.yaml", bytes: [1]), GraphFile(path: "b.yaml", bytes: [2, 3])], [],
    ]
    #expect(Set(others.map(ContentHash.of) + [hash]).count == others.count + 1)
  }
}
