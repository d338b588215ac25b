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

extension LazyBuffer {
  /// Moves those ids at some places that have a number that passes to the front, from the place `count` on, and counts them on. `count`
  /// is not beyond the first place.
  @inline(__always)
  func keep<ID: StoredID>(
    _ ids: inout [ID], at places: Range<Int>, valid: LazyBuffer<UInt8>, count: Int, where passes: (Element) -> Bool
  ) -> Int {
    precondition(count <= places.lowerBound && places.upperBound <= ids.count, "places outside the ids")
    return unsafe ids.withUnsafeMutableBufferPointer { ids in
      var count = count
      for at in places {
        let id = unsafe ids[at]
        let place = place(of: id)
        let (number, isValid) = (self[place], valid[place] != 0)
        // Written in any case, since nobody foretells which pass.
        unsafe ids[count] = id
        count &+= isValid && passes(number) ? 1 : 0
      }
      return count
    }
  }

  /// The same for ids of one part, in the buffer that says which have a value: the number of each row of the part says which answer is its own.
  func keep<ID: StoredID>(
    _ ids: inout [ID], at places: Range<Int>, numbers: [UInt16], _ answers: [Bool], count: Int
  ) -> Int where Element == UInt8 {
    precondition(count <= places.lowerBound && places.upperBound <= ids.count, "places outside the ids")
    let (numbers, answers) = (numbers.span, answers.span)
    return unsafe ids.withUnsafeMutableBufferPointer { ids in
      var count = count
      for at in places {
        let id = unsafe ids[at]
        let place = place(of: id)
        unsafe ids[count] = id
        count &+= self[place] != 0 && answers[Int(numbers[place & (BasePart.size - 1)])] ? 1 : 0
      }
      return count
    }
  }

  /// The ids of a run that have a number in a range.
  func passing<ID: StoredID>(_ run: Range<Int>, valid: LazyBuffer<UInt8>, in range: ClosedRange<Element>) -> [ID]
  where Element: Comparable {
    let (low, high) = (range.lowerBound, range.upperBound)
    let (numbers, flags) = unsafe (self.numbers(run), valid.numbers(run))
    return unsafe [ID](unsafeUninitializedCapacity: run.count) { target, count in
      for at in numbers.indices {
        let number = unsafe numbers[at]
        let passes = unsafe number >= low && number <= high && flags[at] != 0
        // Written in any case, since nobody foretells which pass.
        unsafe target.initializeElement(at: count, to: ID(Int64(run.lowerBound + at)))
        count &+= passes ? 1 : 0
      }
    }
  }

  /// For each of some ids whether it has a number that passes.
  @inline(__always)
  func marks<ID: StoredID>(_ ids: [ID], valid: LazyBuffer<UInt8>, where passes: (Element) -> Bool) -> [Bool] {
    unsafe [Bool](unsafeUninitializedCapacity: ids.count) { target, count in
      for id in ids {
        let at = place(of: id)
        let (number, isValid) = (self[at], valid[at] != 0)
        unsafe target.initializeElement(at: count, to: isValid && passes(number))
        count += 1
      }
    }
  }
}

extension Array where Element: Comparable {
  /// Whether an array that ascends has the element. Cost: logarithmic.
  func hasSorted(_ element: Element) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element
  }
}
