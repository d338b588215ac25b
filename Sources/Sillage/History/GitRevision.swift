import Foundation
import GraphFiles

/// The text of a project as it was in a revision of git, read by the program `git`.
struct GitRevision {
  let project: Project
  let name: String

  /// The files of `graph-data`, sorted by path. Fails where there is no such revision, and where `git` is missing.
  func files() throws(SillageError) -> [GraphFile] {
    guard !name.hasPrefix("-") else { throw fault("`\(name)` is no revision") }
    let folder = "./" + project.graphDataFolder
    let listed = try git(["ls-tree", "-r", "-z", "--name-only", name, "--", folder])
    let paths = String(decoding: listed, as: UTF8.self).split(separator: "\0").map(String.init).filter(Self.isText)
    var files: [GraphFile] = []
    for path in paths {
      files.append(GraphFile(path: path, bytes: try git(["cat-file", "blob", "\(name):./\(path)"])))
    }
    guard !files.isEmpty else { throw fault("there is no text in `\(project.graphDataFolder)` at `\(name)`") }
    return files
  }

  /// What the format knows, and nothing that it passes over.
  private static func isText(_ path: String) -> Bool {
    [".yaml", ".yml", ".md"].contains(where: path.hasSuffix) && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private func git(_ arguments: [String]) throws(SillageError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", project.root] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw .unavailable("git cannot be started: \(error.localizedDescription)", hint: "a revision is read with git")
    }
    let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return bytes
    case 127: throw .unavailable("git is missing", hint: "a revision is read with git: apt install git")
    default: throw fault(complaint.split(separator: "\n").first.map(String.init) ?? "git failed")
    }
  }

  private func fault(_ message: String) -> SillageError {
    .faults(
      [
        Diagnostic(
          .unknownRevision, "no revision `\(name)`: \(message)", source: "", span: .beginning,
          hint: dateFault.map { "nor is it a date: \($0)" } ?? "compare two revisions of git, two database files, or two dates")
      ], sources: [])
  }

  /// What is wrong with a name that looks like a date.
  private var dateFault: String? {
    do throws(DateFault) { _ = try PartialDate(name) } catch {
      if error.message != DateFault.notADate { return error.message }
    }
    return nil
  }
}

extension DiagnosticCode {
  /// What is to be compared is no revision of git that holds the text of the project.
  static let unknownRevision = DiagnosticCode("E820")
}
