internal import Glibc

/// Whether the output of a run can lie where it was told to.
package enum OutputPlace {
  /// What to do about an ``objection(to:for:)``.
  package static let cure = "choose another folder for --output"

  /// Why `output` is no place for the output of a run over `tree`, in a sentence; nil where it is one.
  ///
  /// What lies in the output is not read, so it must not be what is to be read. A folder of its own among the originals is
  /// fine.
  package static func objection(to output: String, for tree: InputTree) -> String? {
    let name = FileName.printed(output)
    for own in ["state", "runs"] where tree.isWithin("\(output)/\(own)") {
      return "the inputs lie in \(name)/\(own), where runs write and remove files"
    }
    switch tree.place(of: output) {
    case .itself: return "\(name) is an input itself, and what lies in the output is not read"
    case .below where holdsOtherFiles(output):
      return "\(name) lies in the input and holds files that no run wrote; they would not be read"
    case nil where holdsOtherFiles(output) && tree.meets(output):
      return
        "\(name) is a folder of the input, mounted in another place, and holds files that no run wrote; "
        + "they would not be read"
    case .below, nil: return nil
    }
  }

  /// Whether `output`, or where it will be made, lies in a folder of `tree`.
  package static func isAmongInputs(_ output: String, of tree: InputTree) -> Bool {
    var path = FileName.bytes(output)
    while true {
      if tree.place(of: FileName.carried(path)) != nil { return true }
      if OpenFile(unsafe Glibc.open(path.cString, OpenFile.placeOnly | O_CLOEXEC)) != nil {
        return false
      }
      guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
        return tree.place(of: ".") != nil
      }
      path = slash == 0 ? [UInt8(ascii: "/")] : Array(path[..<slash])
    }
  }

  /// Whether `folder` isn't empty, although no run has written there.
  private static func holdsOtherFiles(_ folder: String) -> Bool {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    // One that can't be listed can't be written either, which is said later.
    guard let open = OpenFile(unsafe Glibc.open(FileName.bytes(folder).cString, flags)) else {
      return false
    }
    let names = FolderNames(of: open)
    return names.count > 0 && names.index(of: "state".utf8) == nil
  }
}
