import Sillage

/// The answer of a query with a column of numbers, and the list of the sources that they stand for.
struct CitedAnswer {
  private let asked: Question
  private let options: QueryOptions
  private let database: GraphDatabase

  init(_ asked: Question, _ options: QueryOptions, _ database: GraphDatabase) {
    self.asked = asked
    self.options = options
    self.database = database
  }

  func print(to printer: inout AnswerPrinter) throws(SillageError) -> QuerySummary {
    let cited = CitedSources()
    let summary = try database.runCited(
      asked.text, parameters: asked.parameters, options: options,
      columns: { printer.header($0 + ["cite"]) },
      rows: { rows, sources in
        printer.rows(
          zip(rows, sources).map { row, sources in
            row + [.list(cited.numbers(in: .list([sources] + row)).map { .integer(Int64($0)) })]
          })
      })
    printer.end()
    printer.append(try cited.citations(database).numbered)
    return summary
  }
}
