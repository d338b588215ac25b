import Diagnostics
import GraphFiles

/// The new offsets of a quote that has drifted and stands at one other place only.
struct EvidenceMove {
  let edits: [TextEdit]

  /// nil where its words stand nowhere or, with what shall surround them, in several places.
  init?(of evidence: Evidence, in text: AnchoredText) {
    let places = text.candidates(for: evidence)
    guard places.count == 1, let place = places.first, text.surrounds(place, of: evidence) else { return nil }
    var edits: [TextEdit] = []
    if place != evidence.anchor.value { edits.append(TextEdit(evidence.anchor.span, place.written)) }
    if evidence.passage.span != evidence.anchor.span {
      let passage = Self.passage(of: evidence, around: place, in: text)
      if passage != evidence.passage.value { edits.append(TextEdit(evidence.passage.span, passage.written)) }
    }
    guard !edits.isEmpty else { return nil }
    self.edits = edits
  }

  /// The passage around a quote that has moved: each of its ends as far from the quote as before, or where it was, whichever is
  /// an edge of a sentence; else the nearest such edge.
  private static func passage(of evidence: Evidence, around place: Range<Int>, in text: AnchoredText) -> Range<Int> {
    let unit = evidence.unit
    let (old, anchor) = (evidence.passage.value, evidence.anchor.value)
    guard let from = text.scalarPosition(place.lowerBound, in: unit), let to = text.scalarPosition(place.upperBound, in: unit)
    else { return place }
    let scalars = text.scalars()
    let starts = [old.lowerBound + place.lowerBound - anchor.lowerBound, old.lowerBound]
      .compactMap { text.scalarPosition($0, in: unit) }.filter { $0 <= from && isStart($0, scalars) }
    let ends = [old.upperBound + place.upperBound - anchor.upperBound, old.upperBound]
      .compactMap { text.scalarPosition($0, in: unit) }.filter { $0 >= to && isEnd($0, scalars) }
    let start = starts.first ?? stride(from: from, through: 0, by: -1).first { isStart($0, scalars) } ?? from
    let end = ends.first ?? (to...scalars.count).first { isEnd($0, scalars) } ?? to
    return text.range(ofScalars: start..<end, in: unit) ?? place
  }

  private static let closing = Set(".!?…»”\"".unicodeScalars)

  private static func isStart(_ position: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard position > 0 else { return true }
    guard text[position - 1].properties.isWhitespace else { return false }
    guard let last = text[..<position].last(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }) else { return true }
    return closing.contains(last) || last.properties.isWhitespace
  }

  private static func isEnd(_ position: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard position < text.count else { return true }
    return text[position] == "\n" || text[position] == "\r" || (position > 0 && closing.contains(text[position - 1]))
  }
}
