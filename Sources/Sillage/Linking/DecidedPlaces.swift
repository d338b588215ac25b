import ArticleText
import EntityLinking
import GraphFiles

/// Lays what people decided about an article over what was weighed in it, from first to last: the same that linking does with mentions.
struct DecidedPlaces {
  private let decisions: [MentionRecord]
  private let linker: ArticleLinker
  private let text: VisibleText
  /// Decisions before this one end before all places to come.
  private var next = 0
  /// Which decisions have been told of.
  private var told: Set<Int> = []

  /// - Parameter decisions: in the order of their places.
  init(_ decisions: [MentionRecord], _ linker: ArticleLinker, _ text: VisibleText) {
    self.decisions = decisions
    self.linker = linker
    self.text = text
  }

  /// Hands out the places before an offset that were decided about and where no known name stands.
  mutating func takeApart(before start: Int, _ places: inout ScalarPlaces, _ take: (WeighedPlace) -> Void) {
    while next < decisions.count, decisions[next].range.lowerBound < start {
      defer { next += 1 }
      guard told.insert(next).inserted, let visible = text.visible(of: decisions[next].range) else { continue }
      let place = places.place(of: decisions[next].range.lowerBound, at: text.rawBytes(of: visible).lowerBound)
      var weighed = WeighedPlace(
        offsets: decisions[next].range, line: place.line, column: place.column, text: text.rawText(of: visible), isMention: false,
        isUncertain: false, total: 0, reasons: [], candidates: [])
      weighed.decide(entity(next), word(next))
      take(weighed)
    }
  }

  /// Decides a place as people did: about the place itself, or, where they decided about words that it shares, that it is none.
  mutating func lay(over place: inout WeighedPlace) {
    let near = nearby(place.offsets)
    if let own = near.first(where: { decisions[$0].range == place.offsets }) {
      told.insert(own)
      place.decide(entity(own), word(own))
    } else if let other = near.first(where: { decisions[$0].range.overlaps(place.offsets) }) {
      place.decide(nil, word(other))
    }
  }

  /// The decisions that begin before the end of a place, but for those far before it.
  private func nearby(_ offsets: Range<Int>) -> Range<Int> {
    let last = decisions[next...].firstIndex { $0.range.lowerBound >= offsets.upperBound } ?? decisions.count
    var first = next
    while first > 0, next - first < Self.behind { first -= 1 }
    return first..<last
  }

  /// How many decisions about overlapping places are looked back at.
  private static let behind = 8

  /// What a decision says, unless another about words behind its start stands in its place.
  private func entity(_ number: Int) -> EntityName? {
    if number + 1 < decisions.count, decisions[number + 1].range.lowerBound < decisions[number].range.upperBound { return nil }
    return decisions[number].entity.map { linker.name(of: $0.value) }
  }

  private func word(_ number: Int) -> WeighedCue.Word {
    WeighedCue.Word(offsets: decisions[number].range, text: decisions[number].words)
  }
}

extension WeighedPlace {
  /// Puts what a person decided in place of what was weighed: the cue `reviewed` brings the sum to what is certain, or to nothing, and
  /// the entity before all others.
  /// - Parameter place: what was decided about.
  fileprivate mutating func decide(_ entity: EntityName?, _ place: WeighedCue.Word) {
    func reviewed(_ weight: Int) -> WeighedCue { WeighedCue(name: Cue.reviewed.name, weight: weight, words: [place]) }
    let certain = entity == nil ? min(total, 0) : Self.certain
    reasons.append(reviewed(certain - total))
    (total, isMention, isUncertain) = (certain, entity != nil, false)
    guard let entity else { return }
    let others = candidates.filter { $0.entity.id != entity.id }
    var chosen = candidates.first { $0.entity.id == entity.id } ?? Candidate(entity: entity, total: 0, reasons: [])
    if let best = others.map(\.total).max() {
      let weight = max(0, best - chosen.total) + Self.certain
      chosen.total += weight
      chosen.reasons.append(reviewed(weight))
    }
    candidates = [chosen] + others
  }

  /// The hundredths of what a person decided.
  private static let certain = 100
}
