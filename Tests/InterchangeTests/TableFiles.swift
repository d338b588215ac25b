import Diagnostics
import Foundation
import GraphModel

@testable import Interchange

/// A folder of tables that is gone with this value.
final class TableFiles {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sillage-tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// The graph of tables of nodes and of relationships, given as texts.
  func read(_ nodes: [String], _ relationships: [String] = [], delimiter: String = ",") throws -> BulkContents {
    let nodePaths = try nodes.enumerated().map { try write("nodes\($0).csv", $1) }
    let relationshipPaths = try relationships.enumerated().map { try write("rels\($0).csv", $1) }
    return try GraphTables(nodes: nodePaths, relationships: relationshipPaths, delimiter: Array(delimiter.utf8)[0]).contents()
  }

  /// What is said of tables with a fault, without the folder.
  func fault(_ nodes: [String], _ relationships: [String] = []) throws -> String {
    do {
      _ = try read(nodes, relationships)
      return "no fault"
    } catch let TableFailure.fault(diagnostic, source) {
      return DiagnosticRenderer().render(diagnostic, source: source).replacingOccurrences(of: folder.path + "/", with: "")
    } catch let TableFailure.missing(path) {
      return "missing \(path)"
    }
  }
}

extension BulkContents {
  /// The nodes as text: labels and properties.
  var nodeLines: [String] {
    (0..<nodes.count).map { row in
      nodes.labelSets[Int(nodes.labelSet[row])].map { ":\($0)" }.joined() + " " + Self.text(nodes.properties, row)
    }
  }

  /// The relationships as text: ends by place, type and properties.
  var relationshipLines: [String] {
    (0..<relationships.count).map { row in
      "\(relationships.start[row])-\(relationships.typeNames[Int(relationships.type[row])])->\(relationships.end[row]) "
        + Self.text(relationships.properties, row)
    }
  }

  private static func text(_ columns: [PropertyColumn], _ row: Int) -> String {
    "{" + columns.filter { $0.valid?[row] != false }.map { "\($0.key): \($0.values.text(row))" }.joined(separator: ", ") + "}"
  }
}

extension PropertyValues {
  fileprivate func text(_ row: Int) -> String {
    switch self {
    case .integers(let values): "\(values[row])"
    case .floats(let values): "\(values[row])"
    case .booleans(let values): "\(values[row])"
    case .texts(let values): values[row].debugDescription
    case .values(let values): "\(values[row])"
    }
  }
}
