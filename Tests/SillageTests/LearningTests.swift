import Foundation
import Testing

@testable import Sillage

@Suite struct LearningTests {
  /// At the least of b²/2 + Σ log(1 + exp(-y b)) the slope is 0: b = 3 (1 - p) - p, where p is the share that b stands for.
  @Test("Without features, the start is where the slope is zero")
  func start() {
    var regression = LogisticRegression(features: 0)
    for isTrue in [true, true, true, false] { regression.add([], isTrue: isTrue) }
    let start = regression.weights().start
    let share = 1 / (1 + exp(-start))
    #expect(abs(start - (3 * (1 - share) - share)) < Self.precision)
    #expect(start > 0.5)
  }

  /// Forty passes come as near to zero as this.
  private static let precision = 1e-3

  @Test("The slope of each weight is zero, with examples that count for more")
  func slopes() {
    let examples: [(features: [Int32], isTrue: Bool, weight: Double)] = [
      ([0], true, 1), ([0, 1], true, 1), ([1], false, 2), ([1, 2], false, 1), ([2], true, 0.5), ([], false, 1), ([0, 2], false, 1),
    ]
    var regression = LogisticRegression(features: 3)
    for example in examples { regression.add(example.features, isTrue: example.isTrue, weight: example.weight) }
    let (weights, start) = regression.weights()
    func pull(_ example: (features: [Int32], isTrue: Bool, weight: Double)) -> Double {
      let sum = example.features.reduce(start) { $0 + weights[Int($1)] }
      let sign = example.isTrue ? 1.0 : -1.0
      return example.weight * sign / (1 + exp(sign * sum))
    }
    for feature in weights.indices {
      let slope = examples.filter { $0.features.contains(Int32(feature)) }.reduce(0) { $0 + pull($1) }
      #expect(abs(weights[feature] - slope) < Self.precision, "\(feature)")
    }
    #expect(abs(start - examples.reduce(0) { $0 + pull($1) }) < Self.precision)
    #expect(weights[0] > 0 && weights[1] < 0)
  }

  private static let catalogue = """
    [{"id": "quill", "type": "brand", "name": "Quill"}, {"id": "tarn-works", "type": "site", "name": "Tarn"},
     {"id": "tarn-town", "type": "town", "name": "Tarn"}]
    """

  private func learnt() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("learning-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("catalogue.json").path
    try Self.catalogue.write(toFile: file, atomically: true, encoding: .utf8)
    let articles = try (0..<6).map { number in
      let text = "A new ⟦Quill|quill⟧ sells. A goose ⟪Quill|feather⟫ writes. Jobs at ⟦Tarn|tarn-works⟧ grow. Swans at ⟦Tarn|tarn-town⟧ rest."
      return try GoldArticle(name: "a\(number)", marked: Array(text.utf8), path: "a")
    }
    let (table, places) = try ArticleLinker(catalogueFile: file).learnCollocations(from: articles)
    #expect(places.map { "\($0.subject) \($0.count)" } == ["mention 24", "site 12", "team 0"])
    return table
  }

  @Test("What stands beside what is meant speaks for it, and what stands beside other things against it")
  func collocations() throws {
    let table = try learnt()
    var weights: [String: Int] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: " ", maxSplits: 1)
      weights[String(columns[1])] = Int(columns[0])
    }
    #expect(weights["mention before new", default: 0] > 0 && weights["mention before goose", default: 0] < 0)
    #expect(weights["mention formAfter quill sells", default: 0] > 0)
    #expect(weights["site inSentence jobs", default: 0] > 0 && weights["site inSentence swans", default: 0] < 0)
    #expect(try learnt() == table)
  }
}
