/// The marks of notes in a page: numbers and signs that stand above the line, or lead to a place in the same page. They are no part of the word that
/// they stand at.
enum HTMLNotes {
  /// The most bytes of a mark.
  private static let longest = 12

  /// The most of one that stands beside its word on the line.
  private static let longestBeside = 5

  /// An element that may be a mark, and what is in it.
  private struct Candidate {
    var element: Int
    var depth = 0
    var text: [UInt8] = []
    var leadsToPlace: Bool
  }

  /// The elements that are marks of notes, but for those in others of them. Cost: linear.
  static func elements(_ tree: HTMLTree) -> Set<Int> {
    var notes: Set<Int> = []
    var open: Candidate?
    /// The last byte of text before.
    var last: UInt8 = 0x20
    for event in tree.events {
      switch event {
      case .open(let element):
        let (traits, leads) = (tree.elements[element].traits, leadsToPlace(tree.elements[element]))
        if var known = open {
          known.depth += 1
          known.leadsToPlace = known.leadsToPlace || leads
          open = known
        } else if traits.contains(.raised) || leads && last > 0x20 {
          open = Candidate(element: element, leadsToPlace: leads)
        }
      case .text(let bytes, _):
        last = bytes.last ?? last
        if let known = open, known.text.count <= longest { open?.text += bytes.prefix(longest + 1) }
      case .close:
        guard let found = open else { continue }
        if found.depth > 0 {
          open?.depth -= 1
        } else {
          if isMark(found.text, leadsToPlace: found.leadsToPlace, isRaised: tree.elements[found.element].traits.contains(.raised)) {
            notes.insert(found.element)
          }
          open = nil
        }
      }
    }
    return notes
  }

  private static func leadsToPlace(_ element: HTMLTree.Element) -> Bool {
    element.traits.contains(.anchor) && element.attribute("href")?.hasPrefix("#") == true
  }

  /// "1", "2, 3", "[4]", "*"; above the line also the letters a to c and the sign of a trade mark, and there any two letters that lead to a note.
  private static func isMark(_ text: [UInt8], leadsToPlace: Bool, isRaised: Bool) -> Bool {
    guard text.count <= (isRaised ? longest : longestBeside), text.contains(where: { $0 > 0x20 }) else { return false }
    let letters = text.filter { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard letters.count < text.count || isRaised, text.allSatisfy({ isOfMark($0) || letters.contains($0) }) else { return false }
    if letters.isEmpty { return true }
    guard isRaised else { return false }
    return leadsToPlace && letters.count <= 2 || ["a", "b", "c", "TM", "MC", "SM"].contains { letters.elementsEqual($0.utf8) }
  }

  /// A digit, or a sign that stands beside one.
  private static func isOfMark(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 || " \n\t,-()[]*+".utf8.contains(byte) }

  /// A digit above the line, as a sign of its own; anything else that has no such sign is no prose.
  static func raised(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x31: [0xC2, 0xB9]
    case 0x32, 0x33: [0xC2, byte &+ 0x80]
    case 0x30, 0x34...0x39: [0xE2, 0x81, byte &+ 0x80]
    default: byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A ? [VisibleText.opaque] : [byte]
    }
  }
}
