import CypherEngine

/// A set of parameters, or why it is none.
typealias ParameterSet = Result<[String: Value], ParameterError>

/// The sets of parameters of a request, as far as they can be read.
struct ParameterSets {
  private let sets: [ParameterSet]

  init(_ sets: [ParameterSet]) { self.sets = sets }

  var count: Int { sets.count }

  /// The sets of a range; nil where one of them could not be read.
  func values(_ range: Range<Int>) -> [[String: Value]]? {
    var values: [[String: Value]] = []
    values.reserveCapacity(range.count)
    for case .success(let set) in sets[range] { values.append(set) }
    return values.count == range.count ? values : nil
  }

  /// Appends what `run` appends for each set of a range, or why there is no answer.
  func each(
    _ range: Range<Int>, into out: inout [UInt8], _ run: ([String: Value], inout [UInt8]) throws(SillageError) -> Void
  ) {
    for at in range {
      if at > 0 { out.append(UInt8(ascii: ",")) }
      let start = out.count
      switch sets[at] {
      case .failure(let error): JSONWriter.append(AnswerJSON.fault(error.message), to: &out)
      case .success(let parameters):
        do throws(SillageError) { try run(parameters, &out) } catch {
          out.removeSubrange(start...)
          JSONWriter.append(AnswerJSON.object(error), to: &out)
        }
      }
    }
  }
}
