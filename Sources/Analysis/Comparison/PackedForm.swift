internal import NationalForm
internal import ReportRecords

/// A report's cells in few bytes, for those who keep the cells of every report: most are a zero and take one.
package struct PackedForm: Hashable, Sendable {
  private let edition: Edition?
  /// For each of ``NationalForm/cells`` a state, or a number: its digits in groups of seven bits, then its scale.
  private let bytes: [UInt8]

  package init(_ form: FormFacts) {
    edition = form.edition
    var bytes: [UInt8] = []
    bytes.reserveCapacity(form.cells.count + 16)
    for cell in form.cells {
      guard cell.state == .value, let value = cell.value else {
        bytes.append(UInt8(truncatingIfNeeded: Self.states.firstIndex(of: cell.state) ?? 0))
        continue
      }
      let digits = value.digits
      if value.scale == 0, digits >= 0, digits <= Self.largestShort {
        bytes.append(Self.firstShort + UInt8(truncatingIfNeeded: digits))
      } else {
        bytes.append(Self.long)
        bytes.append(UInt8(truncatingIfNeeded: value.scale))
        // Small numbers of either sign have few digits then.
        var rest = UInt(bitPattern: (digits << 1) ^ (digits >> (Int.bitWidth - 1)))
        while rest >= 0x80 {
          bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
          rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
      }
    }
    self.bytes = bytes
  }

  /// The cells again, without what is printed and where.
  package var form: FormFacts {
    var cells: [CellReading] = []
    cells.reserveCapacity(NationalForm.cells.count)
    var rest = bytes[...]
    for id in NationalForm.cells {
      guard let first = rest.popFirst() else { break }
      if first >= Self.firstShort {
        cells.append(CellReading(id, .value, value: ExactDecimal(Int(first - Self.firstShort))))
      } else if first == Self.long {
        let scale = Int(rest.popFirst() ?? 0)
        var packed: UInt = 0
        var shift: UInt = 0
        while let byte = rest.popFirst() {
          packed |= UInt(byte & 0x7F) << shift
          shift += 7
          if byte < 0x80 { break }
        }
        let digits = Int(bitPattern: packed >> 1) ^ -Int(bitPattern: packed & 1)
        cells.append(CellReading(id, .value, value: ExactDecimal(digits, scale: scale)))
      } else {
        cells.append(CellReading(id, Self.states[Int(first)]))
      }
    }
    return FormFacts(edition: edition, cells: cells)
  }

  private static let states = CellReading.State.allCases
  private static let long: UInt8 = 15
  private static let firstShort: UInt8 = 16
  private static let largestShort = 255 - 16
}
