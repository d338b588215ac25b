import GraphModel

/// Many places of a column at once. `valid` is as long as the buffer and holds 1 where there is a number; nothing is ever written to
/// place 0, which stands for all ids outside.
extension LazyBuffer {
  /// The numbers of some ids, and which of the ids have one; nil: all.
  func gathered<ID: StoredID>(_ ids: [ID], valid: LazyBuffer<UInt8>) -> (numbers: [Element], valid: [Bool]?) {
    var missing = 0
    let numbers = unsafe [Element](unsafeUninitializedCapacity: ids.count) { target, count in
      for id in ids {
        let at = place(of: id)
        missing &+= 1 &- Int(valid[at])
        unsafe target.initializeElement(at: count, to: self[at])
        count += 1
      }
    }
    return (numbers, missing == 0 ? nil : ids.map { valid[place(of: $0)] != 0 })
  }

  @inline(__always)
  fileprivate func place(of id: some StoredID) -> Int {
    UInt(bitPattern: id.place) < UInt(bitPattern: count) ? id.place : 0
  }
}

extension LazyBuffer where Element: Comparable {
  /// For each of some ids whether it has a number in a range.
  func marks<ID: StoredID>(_ ids: [ID], in range: ClosedRange<Element>, valid: LazyBuffer<UInt8>) -> [Bool] {
    let (low, high) = (range.lowerBound, range.upperBound)
    return unsafe [Bool](unsafeUninitializedCapacity: ids.count) { target, count in
      for id in ids {
        let at = place(of: id)
        let (number, isValid) = (self[at], valid[at] != 0)
        unsafe target.initializeElement(at: count, to: isValid && number >= low && number <= high)
        count += 1
      }
    }
  }
}
