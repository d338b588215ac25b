/// FNV-1a, 64 bits (Fowler, Noll, Vo): a hash that is the same in every process. It is against accidents, not against intent.
struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension DiagramModel {
  /// A hash of what the model shows, the same for the same content in another order.
  var fingerprint: String {
    var print = Fingerprint()
    let ordered = inCanonicalOrder()
    print.add(kind.rawValue)
    for node in ordered.nodes { for part in node.orderingKey { print.add(part) } }
    for edge in ordered.edges { for part in edge.orderingKey { print.add(part) } }
    for source in ordered.sources { for part in [source.id, source.text, source.url ?? ""] { print.add(part) } }
    for omitted in ordered.omitted { print.add(omitted.label + "\u{0}" + String(omitted.count)) }
    return print.text
  }
}

extension String {
  /// What a rendering carries of the text that it was made from, so that a stale one is found.
  public var diagramFingerprint: String {
    var print = Fingerprint()
    print.add(self)
    return print.text
  }
}
