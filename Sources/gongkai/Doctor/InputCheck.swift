import Diagnostics
import Glibc
import InputFiles
import PlainWords
import RunReporting

/// Whether the inputs of a run are there and may be read.
enum InputCheck {
  /// What was found, nil where no input was named, and the bytes of all inputs.
  ///
  /// - Parameter output: Not entered where it lies among the inputs.
  static func finding(_ inputs: [String], output: String?) -> (Finding?, bytes: Int) {
    guard !inputs.isEmpty else { return (nil, 0) }
    var files = 0
    var bytes = 0
    var problems = 0
    var example = Words(same: "")
    do {
      var options = InputTree.Options()
      options.notEntered = output.map { [$0] } ?? []
      let tree = try InputTree(inputs, options)
      let root = FileName.carried(tree.root.path)
      let passedOver = try tree.walk { file in
        files += file.isFolder ? 0 : 1
        // Sparse files may claim more than a number holds.
        bytes = min(bytes, Int.max - file.size) + file.size
        let problem = file.problem?.message ?? unreadable(file, below: root)
        if let problem {
          problems += 1
          // Only the first: there may be as many as there are files.
          if problems == 1 {
            example = ErrorWords.words(
              problem, of: FileName.printed(FileName.carried(file.path)))
          }
        }
      }
      let skipped = passedOver.all.map {
        Words("\($0.reason.words.chinese) \($0.count) 个", "\($0.count) \($0.reason.rawValue)")
      }
      let counts = DoctorMessages.inputs(files: files, mebibytes: bytes >> 20)
      let detail =
        skipped.isEmpty
        ? counts : counts + DoctorMessages.passedOver(.sequence(skipped))
      return (finding(detail, files: files, problems: problems, example), bytes)
    } catch {
      let words =
        (error as? NoInput).map { ErrorWords.words($0.reason, of: FileName.printed($0.path)) }
        ?? ErrorWords.words("\(error)")
      return (.failure("input", .noInput, words, fix: DoctorMessages.nameReadable), bytes)
    }
  }

  private static func finding(
    _ detail: Words, files: Int, problems: Int, _ example: Words
  ) -> Finding {
    if problems > 0 {
      return .warning(
        "input", DoctorMessages.someUnreadable(detail, problems, such: example),
        fix: DoctorMessages.makeReadable)
    }
    return files == 0
      ? .warning(
        "input", DoctorMessages.nothingToConvert(detail), fix: DoctorMessages.isDiskMounted)
      : .ok("input", detail)
  }

  /// Why this user may not read `file`; nil too where its path is longer than the system takes at once.
  private static func unreadable(_ file: FoundFile, below root: String) -> String? {
    let isAbsolute = file.location.first == UInt8(ascii: "/")
    let path = (isAbsolute ? [] : FileName.bytes(root) + [UInt8(ascii: "/")]) + file.location
    let result = unsafe access(path.map { CChar(bitPattern: $0) } + [0], R_OK)
    return result == 0 || errno != EACCES ? nil : "Permission denied"
  }
}
