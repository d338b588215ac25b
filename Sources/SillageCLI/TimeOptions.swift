import ArgumentParser
import Sillage

/// The options of commands that look at the graph from a time.
struct TimeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only what held in a period: 2025, 2025-Q3, 2025-09, 2025-09-23.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("Only what had been learnt by the end of a period.", valueName: "date"))
  var knownAt: String?

  @Flag(help: "Count what is planned as a fact before its date.")
  var includePlanned = false

  func validate() throws {
    for (name, text) in [("--as-of", asOf), ("--known-at", knownAt)] {
      guard let text else { continue }
      do throws(DateFault) { _ = try PartialDate(text) } catch {
        throw ValidationError("\(name): `\(text)` is no date: " + (error.message == DateFault.notADate ? PartialDate.forms : error.message))
      }
    }
  }

  var frame: TimeFrame {
    TimeFrame(asOf: date(asOf), knownAt: date(knownAt), includesPlanned: includePlanned)
  }

  /// Nil for what ``validate()`` has refused.
  private func date(_ text: String?) -> PartialDate? { text.flatMap { PartialDate(.string($0)) } }
}
