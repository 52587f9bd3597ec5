internal import Foundation

extension SiteConverter {
  /// One line of JSON, as an argument of a command takes it.
  ///
  ///     {"when":"*.hwp","command":["hwp2docx","{input}","{output}"],"output":"docx","timeout":60,"reads":[]}
  package var json: String {
    // Nothing in it can't be written.
    guard case .success(let data) = Result(catching: { try JSONEncoder().encode(self) }) else {
      return ""
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// The converter that `json` describes, in which `timeout` and `reads` may be left out; throws where it is none.
  package init(json: String) throws(Unreadable) {
    let written: Written
    do {
      written = try JSONDecoder().decode(Written.self, from: Data(json.utf8))
    } catch {
      throw Unreadable(
        reason: "is no JSON object with \"when\", \"command\" and \"output\" (docx, html or text)")
    }
    self.init(
      when: written.when, command: written.command, output: written.output,
      timeout: written.timeout ?? Self.standardTimeout, reads: written.reads ?? [])
    if let objection { throw Unreadable(reason: objection) }
  }

  /// Why a text is no converter, in words that follow "a converter".
  package struct Unreadable: Error, Hashable {
    package let reason: String
  }

  private struct Written: Decodable {
    var when: String
    var command: [String]
    var output: Output
    var timeout: Int?
    var reads: [String]?
  }
}
