internal import DocumentModel
internal import XMLEvents

/// A complex field (17.16.18) that has begun: `begin` code `separate` result `end`.
struct Field {
  /// Where in the paragraph its code begins; nil once the code is over.
  var codeStart: Int?
  var instruction: [UInt8] = []
  /// The state of a form's check box, which has no result text.
  var isChecked: Bool?
  var choices: [String] = []
  var choice = 0
}

extension StoryReader {
  /// `w:fldChar`: the result is shown, the code is not.
  ///
  /// Text in the code is only taken away when the field turns out to be whole, so a field that never goes on hides nothing.
  mutating func startField(_ attributes: borrowing XMLAttributes) {
    switch attributes.string(.fldCharType) {
    case "begin":
      if fields.count < limits.xmlDepth { fields.append(Field(codeStart: buffer.count)) }
      return push(.formField)
    case "separate": endCode()
    case "end": endField()
    default: break
    }
    skip()
  }

  private mutating func endCode() {
    guard let index = fields.indices.last else { return findings.note(.unbalancedField) }
    if let start = fields[index].codeStart, start < buffer.count {
      buffer.removeSubrange(start...)
    }
    fields[index].codeStart = nil
  }

  private mutating func endField() {
    guard let field = fields.last else { return findings.note(.unbalancedField) }
    if field.codeStart != nil { endCode() }
    fields.removeLast()
    if let isChecked = field.isChecked {
      append(isChecked ? "☒" : "☐")
    } else if field.choices.indices.contains(field.choice) {
      append(field.choices[field.choice])
    } else if field.codeStart != nil, let text = EquationField.text(field.instruction) {
      append(text)
    }
  }

  /// A code that has not ended with its paragraph counts as text.
  mutating func closeCodes() {
    guard !fields.isEmpty else { return }
    for index in fields.indices {
      guard let start = fields[index].codeStart else { continue }
      if buffer.count > start { findings.note(.unbalancedField) }
      fields[index].codeStart = nil
    }
  }

  /// The story is over; whatever field is still open was never whole.
  mutating func noteOpenFields() {
    findings.note(.unbalancedField, times: fields.count)
    fields = []
  }

  mutating func appendInstruction(_ text: borrowing XMLText) {
    guard let index = fields.indices.last, fields[index].instruction.count < 512 else { return }
    text.append(to: &fields[index].instruction)
  }

  /// `w:ffData` (17.16.17): check boxes and lists of old forms.
  mutating func startInFormField(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    guard let index = fields.indices.last else { return skip() }
    switch word {
    case .ffData, .ddList: return push(.formField)
    case .checkBox:
      fields[index].isChecked = false
      return push(.formField)
    case .checked, .default:
      if fields[index].isChecked != nil { fields[index].isChecked = attributes.isOn }
    case .listEntry: fields[index].choices.append(attributes.string(.val) ?? "")
    case .result: fields[index].choice = attributes.integer(.val) ?? 0
    default: break
    }
    skip()
  }
}

/// `EQ` fields that draw a ring or a frame around a character; they have no result text.
enum EquationField {
  /// What the field shows: `eq \o\ac(○,7)` is ⑦; nil for a code of another kind.
  static func text(_ instruction: [UInt8]) -> String? {
    let code = String(decoding: instruction, as: UTF8.self)
    let trimmed = code.drop { $0 == " " }
    guard trimmed.prefix(2).lowercased() == "eq", let open = trimmed.firstIndex(of: "("),
      let close = trimmed.lastIndex(of: ")"), open < close
    else { return nil }
    let arguments = trimmed[trimmed.index(after: open)..<close].split(separator: ",")
      .map { $0.filter { $0 != " " } }
    let rings: Set<String> = ["○", "〇", "◯", "□", "△", "◇"]
    let shown = arguments.filter { !rings.contains($0) && !$0.contains("\\") }
    if shown.count < arguments.count, shown.count == 1, let number = Int(shown[0]) {
      return NumberFormat(named: "decimalEnclosedCircle")?.text(number)
    }
    return shown.joined(separator: " ")
  }
}
