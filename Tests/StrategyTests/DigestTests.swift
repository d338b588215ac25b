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

  /// The values of the algorithm's reference, with no seed: nothing, less than a block, blocks and a rest, whole blocks.
  @Test(arguments: [
    ("", "00000000000000000000000000000000"), ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
    ("0123456789abcdef", "4be06d94cf4ad1a787c35b5c63a708da"),
    ("0123456789abcdef0123456789", "849a02423668b6cc6bd303df48d150af"),
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
