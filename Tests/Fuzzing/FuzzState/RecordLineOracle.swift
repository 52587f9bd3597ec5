internal import FuzzSupport
internal import RecordWriting

/// The reader of lines takes no line for another one, and none for more than it is.
enum RecordLineOracle {
  static func check(_ bytes: [UInt8]) {
    guard let line = RecordLine(bytes + [0x0A]) else { return }
    _ = (line.status, line.kind, line.edition, line.docID, line.sha256, line.url, line.error?.code)
    _ = (line.sourceBytes, line.extractor, line.failedChecks, line.hasIssue("cell_text"))
    let moved = line.found(at: "新\"名.docx", name: "b", url: nil)
    // What is no JSON was not written by us; then it only may not end the program.
    guard let json = JSON(bytes[...]), json.hasPlainKeys else { return }
    guard line.status == json["status"]?.text, line.docID == json["doc_id"]?.text,
      line.kind == json["kind"]?.text, line.url == json["source"]?["url"]?.text,
      line.sha256 == json["source"]?["sha256"]?.text
    else { fatalError("oracle: the line is read as another one") }
    guard let moved else { return }
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
