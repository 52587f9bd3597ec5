internal import ConfinedPrograms
internal import Glibc

/// LibreOffice, as it is installed: none of our documents needs it that we read ourselves.
package enum OfficeProgram {
  /// The package of Debian that has what is needed, for messages.
  package static let package = "libreoffice-writer-nogui"

  /// Files and folders outside of `/usr` that the programs of Debian's package read.
  package static let readable = [
    "/etc/libreoffice", "/var/lib/libreoffice", "/var/spool/libreoffice",
  ]

  /// Absolute paths of the programs that are run; empty where there is none.
  package static func paths(searchPath: String?) -> [String] {
    guard let found = InstalledProgram("soffice", searchPath: searchPath) else { return [] }
    return [found.path, path(searchPath: searchPath)].filter { $0.hasPrefix("/") }
  }

  /// Tells one installation from another; nil where there is none.
  package static func identity(searchPath: String?) -> String? {
    InstalledProgram(path(searchPath: searchPath), searchPath: searchPath)?.stamp
  }

  /// What is run: `soffice` as `PATH` has it, or what that starts.
  ///
  /// `soffice` is a script that starts a program that starts another. Where the last lies beside it, that is run at once:
  /// then no shell has to be allowed, and none of the others, which talk to each other by sockets.
  static func path(searchPath: String?) -> String {
    guard let found = InstalledProgram("soffice", searchPath: searchPath),
      let real = unsafe realpath(found.path, nil)
    else { return "soffice" }
    defer { unsafe free(real) }
    let script = unsafe String(cString: real)
    guard let slash = script.lastIndex(of: "/") else { return "soffice" }
    let program = script[..<slash] + "/soffice.bin"
    return InstalledProgram(String(program), searchPath: nil)?.path ?? "soffice"
  }

  /// The conversion of a file with this extension to docx, read by this filter.
  static func conversion(
    ofFileNamed extension: String, filter: String, searchPath: String?
  ) -> FileConversion {
    var conversion = FileConversion(
      path(searchPath: searchPath), of: package, input: "input.\(`extension`)",
      output: "input.docx",
      arguments: { folder in
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
          "--nolockcheck", "--infilter=\(filter)", "--convert-to", "docx:MS Word 2007 XML",
          "--outdir",
          "\(folder)/\(FileConversion.outputFolder)", "\(folder)/input.\(`extension`)",
        ]
      },
      // The place of the socket at which it listens for others that are started like it; none comes.
      variables: { ["OSL_SOCKET_PATH=\($0)", "SAL_USE_VCLPLUGIN=svp"] })
    conversion.readable = readable
    // It asks for that when it has made its profile.
    conversion.restarts = [79, 81]
    conversion.leastMemory = 2 << 30
    return conversion
  }
}
