import Diagnostics
import Testing

@testable import CypherSyntax

/// Damaged queries: the parser ends, never traps, and says either a tree or an error that points into the text.
@Suite struct MutationTests {
  @Test("Tokens dropped, doubled, swapped, or taken from another query", arguments: [1, 2, 3] as [UInt64])
  func tokens(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let queries = Samples.all.map(tokens)
    let all = queries.flatMap { $0 }
    for original in queries {
      for _ in 0..<60 {
        var mutant = original
        for _ in 0..<Int.random(in: 1...3, using: &random) where !mutant.isEmpty {
          let place = Int.random(in: 0..<mutant.count, using: &random)
          switch Int.random(in: 0..<5, using: &random) {
          case 0: mutant.remove(at: place)
          case 1: mutant.insert(mutant[place], at: place)
          case 2: mutant.swapAt(place, Int.random(in: 0..<mutant.count, using: &random))
          case 3: mutant[place] = all[Int.random(in: 0..<all.count, using: &random)]
          default: mutant.removeSubrange(place...)
          }
        }
        check(Array(mutant.joined(separator: " ").utf8))
      }
    }
  }

  @Test("Bytes changed, also to what is no UTF-8", arguments: [4, 5] as [UInt64])
  func bytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for query in Samples.all {
      for _ in 0..<40 {
        var mutant = Array(query.utf8)
        for _ in 0..<3 {
          mutant[Int.random(in: 0..<mutant.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        check(mutant)
      }
    }
  }

  @Test("What still parses after a mutation also survives printing")
  func printing() throws {
    var random = SeededGenerator(seed: 6)
    var count = 0
    for query in Samples.all {
      let original = tokens(of: query)
      for _ in 0..<100 {
        var mutant = original
        mutant.swapAt(
          Int.random(in: 0..<mutant.count, using: &random), Int.random(in: 0..<mutant.count, using: &random))
        let text = mutant.joined(separator: " ")
        guard let tree = parse(SourceText(name: "q", text: text)).statement else { continue }
        let again = parse(SourceText(name: "q", text: tree.canonicalText)).statement
        #expect(again == tree, "\(text)\n\(tree.canonicalText)")
        count += 1
      }
    }
    #expect(count > 300)
  }

  private func check(_ bytes: [UInt8]) {
    let result = parse(SourceText(name: "q", bytes: bytes))
    #expect((result.statement == nil) == !result.diagnostics.isEmpty)
    for diagnostic in result.diagnostics {
      #expect(diagnostic.span.start >= 0 && diagnostic.span.start <= diagnostic.span.end)
      #expect(diagnostic.span.end <= bytes.count)
      #expect(diagnostic.fault != nil)
    }
  }

  private func tokens(of query: String) -> [String] {
    let source = SourceText(name: "q", text: query)
    let lexer = Lexer(bytes: source.bytes)
    var texts: [String] = []
    var token = lexer.token(at: 0)
    while token.kind != .endOfText {
      texts.append(source[SourceSpan(start: token.start, end: token.end)])
      token = lexer.token(at: token.end)
    }
    return texts
  }
}
