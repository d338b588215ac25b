import GraphModel

/// How often some forms occur: one open-addressing table of those asked for, read without hashing again.
struct FormTally {
  private struct Slot {
    /// The form, or -1 where the slot is free.
    var form: Int32 = -1
    var count = 0
    var sure = 0
  }

  private var slots: [Slot]

  /// Knows the forms of some matches, none of which has been counted. Cost: linear in the positions.
  init(of positions: [Int], _ matches: [Match]) {
    var size = 16
    while size < positions.count * 2 { size *= 2 }
    slots = Array(filledWith: Slot(), count: size)
    for position in positions {
      let form = matches[position].form
      slots[place(of: form)].form = Int32(truncatingIfNeeded: form)
    }
  }

  /// The place of a form, or the free one where it would be. There is always a free one.
  @inline(__always)
  private func place(of form: Int) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: form) &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    while slots[place].form >= 0, slots[place].form != form { place = (place &+ 1) & mask }
    return place
  }

  /// Counts one more match of a form, where the form is asked for.
  @inline(__always)
  mutating func add(_ form: Int, isSure: Bool) {
    let place = place(of: form)
    guard slots[place].form >= 0 else { return }
    slots[place].count += 1
    if isSure { slots[place].sure += 1 }
  }

  /// How many matches of a form were counted, and how many of them are certain.
  func count(of form: Int) -> (all: Int, sure: Int) {
    let slot = slots[place(of: form)]
    return (slot.count, slot.sure)
  }
}
