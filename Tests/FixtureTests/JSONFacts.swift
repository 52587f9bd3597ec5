import Diagnostics
import Foundation
import NationalForm
import RecordWriting
import ReportRecords

/// A JSON value as lines, one leaf a line: `checks.failures[0].scope = "total"`.
enum JSONFacts {
  /// The leaves of the JSON in `bytes`, keys in alphabetical order; the text itself where it is no JSON.
  static func lines(_ bytes: [UInt8]) -> [String] {
    do {
      let value = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      var lines: [String] = []
      append(value, at: "", to: &lines)
      return lines
    } catch {
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  private static func append(_ value: Any, at path: String, to lines: inout [String]) {
    switch value {
    case let object as [String: Any]:
      for (key, member) in object.sorted(by: { $0.key < $1.key }) {
        append(member, at: path.isEmpty ? key : "\(path).\(key)", to: &lines)
      }
    case let array as [Any]:
      if array.isEmpty { lines.append("\(path) = []") }
      for (index, element) in array.enumerated() {
        append(element, at: "\(path)[\(index)]", to: &lines)
      }
    case let text as String:
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      if parts.count < 2 {
        lines.append("\(path) = \"\(text)\"")
      } else {
        for (index, part) in parts.enumerated() {
          lines.append("\(path) line \(index) = \"\(part)\"")
        }
      }
    default: lines.append("\(path) = \(value)")
    }
  }
}

extension Record {
  /// All that the record says of the document, and nothing of the file that it came from: no source, id, extraction or
  /// location, and no issue that only the reader of one format can raise.
  var facts: [String] {
    var record = self
    record.issues = issues.filter { !Self.isOfOneFormat($0.code.rawValue) }.map {
      var issue = $0
      issue.location = nil
      return issue
    }
    var writer = RecordWriter()
    let outer = ["doc_id", "source.", "extraction.", "attachments"]
    return JSONFacts.lines(writer.line(record)).filter { line in
      !outer.contains { line.hasPrefix($0) }
        && !(line.hasPrefix("annual_report.evidence[") && line.contains("].locations["))
    }
  }

  private static func isOfOneFormat(_ code: String) -> Bool {
    ["docx_", "pdf_", "text_", "html_"].contains { code.hasPrefix($0) }
      || ["encoding_guessed", "extension_mismatch", "noise_removed"].contains(code)
  }
}
