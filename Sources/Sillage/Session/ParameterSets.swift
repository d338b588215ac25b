import CypherEngine

/// The sets of parameters of a request, as far as they can be read.
struct ParameterSets {
  private let sets: [Result<[String: Value], ParameterError>]

  init(_ sets: [JSONValue]) { self.sets = sets.map(Self.read) }

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

  private static func read(_ json: JSONValue) -> Result<[String: Value], ParameterError> {
    guard let members = json.members else { return .failure(ParameterError("`params` is an object, not \(json.kind)")) }
    var values: [String: Value] = [:]
    for member in members {
      do throws(ParameterError) { values[member.name] = try Value(typed: member.value) } catch {
        return .failure(ParameterError("parameter `\(member.name)`: \(error.message)"))
      }
    }
    return .success(values)
  }
}
