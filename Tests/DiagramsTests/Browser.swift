import Foundation

/// A headless Chromium that opens a file and gives back the page as its scripts left it.
struct Browser {
  private let program: URL

  /// nil, and said so where tests are read, where there is none.
  init?() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let found = folders.flatMap { folder in names.map { folder + "/" + $0 } }.first(where: FileManager.default.isExecutableFile)
    guard let found else {
      print("SKIPPED-WITHOUT-BROWSER: pages are opened in no browser, since Chromium is not installed")
      return nil
    }
    program = URL(filePath: found)
  }

  func open(_ page: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(page.utf8).write(to: file)
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
      "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=2000", "--dump-dom", file.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
