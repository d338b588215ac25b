import GraphModel

extension Column {
  /// Whether all rows of both hold an integer or a text, and the same one, to the byte. False says nothing.
  func isWritten(as other: Column) -> Bool {
    switch (uncoded, other.uncoded) {
    case (.integers(let held, let areHeld), .integers(let given, let areGiven)):
      return Self.areAll(areHeld) && Self.areAll(areGiven) && held == given
    case (.strings(let held, let areHeld), .strings(let given, let areGiven)):
      return Self.areAll(areHeld) && Self.areAll(areGiven) && held.count == given.count
        && held.indices.allSatisfy { held[$0].utf8.elementsEqual(given[$0].utf8) }
    default: return false
    }
  }

  private static func areAll(_ valid: [Bool]?) -> Bool { valid?.allSatisfy { $0 } ?? true }
}
