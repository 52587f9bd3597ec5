import ConsoleText
import Foundation
import PlainWords

/// What one check of the doctor found.
struct Finding {
  enum State {
    case ok
    /// A run works, but worse than it could or not for long.
    case warning
    /// No run works; ends with this status.
    case failure(ExitStatus)

    fileprivate var words: Words {
      switch self {
      case .ok: DoctorMessages.ok
      case .warning: DoctorMessages.warning
      case .failure: DoctorMessages.failure
      }
    }
  }

  var name: String
  var state: State
  /// What there is or what is wrong, without a final stop.
  var detail: Words
  /// What to do about it; nil where nothing is wrong.
  var fix: Words?

  static func ok(_ name: String, _ detail: Words) -> Finding {
    Finding(name: name, state: .ok, detail: detail)
  }

  static func warning(_ name: String, _ detail: Words, fix: Words) -> Finding {
    Finding(name: name, state: .warning, detail: detail, fix: fix)
  }

  static func failure(
    _ name: String, _ status: ExitStatus, _ detail: Words, fix: Words
  ) -> Finding {
    Finding(name: name, state: .failure(status), detail: detail, fix: fix)
  }

  /// The status of the first failure; nil where nothing failed.
  static func exitStatus(of findings: [Finding]) -> ExitStatus? {
    findings.lazy.compactMap { finding in
      if case .failure(let status) = finding.state { status } else { nil }
    }.first
  }

  /// One line each, `FAIL  pdftotext    not in PATH. To fix: apt-get install poppler-utils`.
  static func lines(_ findings: [Finding], in language: Language) -> String {
    let width = findings.map(\.name.count).max() ?? 0
    return findings.map { finding in
      let state = DisplayWidth.padded(language.text(finding.state.words), to: 4)
      let text = finding.fix.map { finding.detail + DoctorMessages.toFix($0) } ?? finding.detail
      return "\(state)  \(DisplayWidth.padded(finding.name, to: width))  "
        + TerminalText.line(language.text(text)) + "\n"
    }.joined()
  }

  static func json(_ findings: [Finding], status: ExitStatus?) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let report = Report(
      checks: findings.map {
        Check(
          name: $0.name, state: $0.state.words.english.lowercased(), detail: $0.detail.english,
          fix: $0.fix?.english)
      }, exitStatus: status?.rawValue ?? 0)
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }

  private struct Report: Encodable {
    var checks: [Check]
    var exitStatus: Int32

    enum CodingKeys: String, CodingKey {
      case checks
      case exitStatus = "exit_status"
    }
  }

  private struct Check: Encodable {
    var name, state, detail: String
    var fix: String?

    enum CodingKeys: CodingKey { case name, state, detail, fix }

    func encode(to encoder: any Encoder) throws {
      var check = encoder.container(keyedBy: CodingKeys.self)
      try check.encode(name, forKey: .name)
      try check.encode(state, forKey: .state)
      try check.encode(detail, forKey: .detail)
      // Null, where the synthesized one would leave the key out.
      try check.encode(fix, forKey: .fix)
    }
  }
}
