package import Foundation

/// Folders of the checkout that tests read.
package enum TestFolders {
  /// The top of the checkout.
  package static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static let sources = package.appending(path: "Sources")

  package static let fixtures = package.appending(path: "Fixtures")

  /// Real reports that lie beside some checkouts; nil where they are absent, and tests that use them are skipped.
  package static let shared: URL? = {
    let folder = package.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()
}
