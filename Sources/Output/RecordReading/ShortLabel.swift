/// Labels and definitions of the form in a few words, for an axis.
package enum ShortLabel {
  /// `（二）部分公开（区分处理的，只计这一情形，不计其他情形）` to `部分公开`, `1.属于国家秘密` to `属于国家秘密`.
  package static func chinese(_ label: String) -> String {
    var text = label[...]
    if text.first == "（", let end = text.firstIndex(of: "）"), end != text.indices.last {
      text = text[text.index(after: end)...]
    } else if let mark = text.firstIndex(of: "、"), text[..<mark].allSatisfy("一二三四五六七八九十".contains) {
      text = text[text.index(after: mark)...]
    }
    text = text.drop { $0.isASCII && ($0.isNumber || $0 == ".") }
    if let note = text.firstIndex(of: "（"), note > text.startIndex { text = text[..<note] }
    return text.isEmpty ? label : String(text)
  }

  /// `Refused: state secret` to `State secret` within a group, `Granted in part: severable …` to `Granted in part` else.
  package static func english(_ definition: String, inGroup: Bool = false) -> String {
    let parts = definition.split(separator: ": ", maxSplits: 1)
    var text = String((inGroup ? parts.last : parts.first) ?? "")
    while let start = text.firstRange(of: " ("),
      let end = text[start.upperBound...].firstIndex(of: ")")
    {
      text.removeSubrange(start.lowerBound...end)
    }
    for mark in [";", ", as "] {
      if let note = text.firstRange(of: mark) { text.removeSubrange(note.lowerBound...) }
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
