internal import FuzzSupport
internal import RecordWriting

/// A line that is moved is the same record but for its source.
enum RecordLineOracle {
  static func check(_ bytes: [UInt8]) {
    let moved = RecordLine.moved(bytes + [0x0A], to: "新\"名.docx", name: "b", url: nil)
    // What is no JSON was not written by us; then it only may not end the program.
    guard let moved, let json = JSON(bytes[...]), json.hasPlainKeys else { return }
    guard moved.last == 0x0A, let after = JSON(moved.dropLast()),
      let source = after["source"], source["path"]?.text == "新\"名.docx",
      source["name"]?.text == "b", source["url"] == .null,
      after["doc_id"] == json["doc_id"], after["issues"] == json["issues"],
      source["sha256"] == json["source"]?["sha256"]
    else { fatalError("oracle: the line of the file's twin is another record") }
  }
}

extension JSON {
  /// Whether no key is written with an escape or holds what may look like one: ours never do.
  fileprivate var hasPlainKeys: Bool {
    switch self {
    case .object(let members):
      members.allSatisfy { member in
        member.key.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
          && member.value.hasPlainKeys
      }
    case .array(let elements): elements.allSatisfy(\.hasPlainKeys)
    default: true
    }
  }
}
