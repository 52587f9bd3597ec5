internal import Diagnostics
internal import PlainWords

extension ReportPage {
  /// Which files failed, kind by kind, the most frequent first, with what to do about them.
  func failedFiles(_ facts: RunFacts) -> HTML {
    let kinds = documents.failedFiles.map { code, files in
      Kind(
        code: code?.rawValue, words: code?.words ?? Words("其他代码", "another code"),
        advice: code?.operatorAdvice ?? Words("看各文件的提示", "see the message of each"),
        files: files, count: documents.failures[code]?.values.saturatingSum ?? files.count)
    }
    return list(kinds, Words("失败的文件", "Files that failed"), facts)
  }

  /// Which files are partial, kind by kind, likewise.
  func partialFiles(_ facts: RunFacts) -> HTML {
    let kinds = documents.partialFiles.map { code, files in
      Kind(
        code: code?.rawValue,
        words: code?.words ?? Words("没有读到规定的表", "a prescribed table was not found"),
        advice: Words(
          "打开原件：有表而未读到，用 gongkai explain 看读到了什么并报告给我们；原件缺表或是图片，向发布机关另取一份",
          "open the original: if the table is there, see by gongkai explain what was read, and report it to us; if it is missing or a picture, ask the publisher for another copy"
        ),
        files: files, count: documents.partialCounts[code] ?? files.count)
    }
    return list(kinds, Words("不完整的文件", "Files that are partial"), facts)
  }

  /// A message, once where it is the same in both languages.
  private static func html(_ message: Words) -> HTML {
    message.chinese == message.english ? "\(message.english)" : message.html
  }

  private struct Kind {
    var code: String?
    var words, advice: Words
    var files: [DocumentTally.Listed]
    var count: Int
  }

  private func list(_ kinds: [Kind], _ words: Words, _ facts: RunFacts) -> HTML {
    guard !kinds.isEmpty else { return "" }
    let parts = kinds.sorted { ($1.count, $0.code ?? "~") < ($0.count, $1.code ?? "~") }
      .map { kind -> HTML in
        let files = kind.files.map { listed -> HTML in
          let message: HTML =
            listed.message.map { " <small><bdi>\(Self.html(ErrorWords.words($0)))</bdi></small>" }
            ?? ""
          return "<li>\(Link.html(listed.file, nil, facts))\(message)</li>\n"
        }
        let rest = kind.count - kind.files.count
        let more: HTML =
          rest > 0
          ? "<p class=\"say\">另有 \(rest.grouped) 个，见 failures.csv 或 reports.csv <span class=\"en\" lang=\"en\">and \(rest.grouped) more: see failures.csv or reports.csv</span></p>\n"
          : ""
        return """
          <details><summary>\(kind.words.html) <code>\(kind.code ?? "")</code> <b>\(kind.count.grouped)</b></summary>
          <p class="say">\(Words("怎么办：" + kind.advice.chinese, "What to do: " + kind.advice.english).html)</p>
          <ul class="files">
          \(files)</ul>
          \(more)</details>

          """
      }
    return "<h3>\(words.html)</h3>\n\(parts)"
  }
}
