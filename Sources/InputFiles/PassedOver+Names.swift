extension PassedOver.Reason {
  /// Why a name alone says that this is no input; nil where it may be one.
  package init?(name: some Collection<UInt8>, isFolder: Bool) {
    if !isFolder {
      if Self.isLeftover(name) {
        self = .temporary
        return
      }
      if name.count <= 11,
        Self.systemNames.contains(name.lowercasedASCII)
          || Self.isPartOfPage(name)
      {
        self = .system
        return
      }
    }
    guard name.first == UInt8(ascii: ".") else { return nil }
    self = .hidden
  }

  /// Of Word and WPS, of LibreOffice, and of what browsers, 迅雷 and aria2 have not got whole.
  private static func isLeftover(_ name: some Collection<UInt8>) -> Bool {
    beginnings.contains { name.starts(with: $0) }
      || ends.contains { name.suffix($0.count).elementsEqual($0) }
  }

  /// Scripts, style sheets and fonts that a browser keeps beside a page, also where it added to their names: `a.js.下载`.
  private static func isPartOfPage(_ name: some Collection<UInt8>) -> Bool {
    guard name.contains(UInt8(ascii: ".")) else { return false }
    var rest = Array(name.suffix(40)).lowercasedASCII[...]
    for end in downloads where rest.hasSuffix(end) { rest = rest.dropLast(end.count) }
    return partsOfPages.contains { rest.hasSuffix($0) }
  }

  private static let downloads = [".下载", ".下載", ".download"]
  private static let partsOfPages = [".js", ".mjs", ".css", ".woff", ".woff2", ".eot"]
  private static let beginnings = ["~$", ".~lock."].map { Array($0.utf8) }
  private static let ends = [
    ".part", ".partial", ".crdownload", ".opdownload", ".xltd", ".aria2",
  ].map { Array($0.utf8) }
  private static let systemNames: Set = ["thumbs.db", "ehthumbs.db", "desktop.ini"]
}
