/// Finds the names that a person may have meant, by Damerau-Levenshtein distance with accents and case kept.
public enum NearName {
  /// The candidates within distance 2 of `name` (1 for names of up to three letters), nearest first, then alphabetically.
  ///
  /// A candidate that differs only in case counts as nearest. Cost: the product of the lengths for each candidate of
  /// about the same length.
  public static func suggestions(for name: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    let allowed = wanted.count <= 3 ? 1 : 2
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates where candidate != name {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= allowed else { continue }
      let distance = self.distance(wanted, letters)
      if distance <= allowed { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    var names: [String] = []
    for (_, name) in found where !names.contains(name) { names.append(name) }
    return Array(names.prefix(limit))
  }

  /// "did you mean `a`?", "did you mean `a` or `b`?", or nil where nothing is near.
  public static func question(for name: String, among candidates: some Sequence<String>) -> String? {
    let names = suggestions(for: name, among: candidates).map { "`\($0)`" }
    guard let last = names.last else { return nil }
    let rest = names.dropLast()
    return "did you mean \(rest.isEmpty ? last : rest.joined(separator: ", ") + " or " + last)?"
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty else { return b.count }
    guard !b.isEmpty else { return a.count }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }
}
