internal import FoundationEssentials

/// The address from which a document was downloaded, as a side-car or a manifest gives it.
package enum SourceAddress {
  /// Bytes of an address.
  static let limit = 2_048
  /// Bytes of a side-car.
  static let sideCarLimit = 64 << 10

  /// `bytes` without blanks around them, where they are an absolute http, https or ftp address; else nil.
  package static func checked(_ bytes: some Collection<UInt8>) -> String? {
    let trimmed = Array(bytes).trimmed
    guard trimmed.count <= limit, let text = String(validating: trimmed, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
      let schemeEnd = trimmed.firstIndex(of: UInt8(ascii: ":")),
      ["http", "https", "ftp"].contains(text.utf8.prefix(schemeEnd).lowercasedASCII)
    else { return nil }
    let rest = trimmed[(schemeEnd + 1)...]
    guard rest.starts(with: "//".utf8), let host = rest.dropFirst(2).first,
      !"/?# ".utf8.contains(host)
    else { return nil }
    return text
  }

  /// The address in `x.pdf.url`: its first line, or `URL=` of a Windows shortcut.
  static func inShortcut(_ bytes: [UInt8]) -> String? {
    var isShortcut = false
    for line in bytes.withoutByteOrderMark.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = Array(line).trimmed
      if line.isEmpty { continue }
      if line.first == UInt8(ascii: "[") {
        isShortcut = line.lowercasedASCII == "[internetshortcut]"
      } else if !isShortcut {
        return checked(line)
      } else if line.prefix(4).lowercasedASCII == "url=" {
        return checked(line.dropFirst(4))
      }
    }
    return nil
  }

  /// The address in `x.pdf.json`: `url` or `source_url` of an object.
  static func inJSON(_ bytes: [UInt8]) -> String? {
    // Broken JSON and JSON of another shape are the same here: no address.
    guard
      case .success(let object) = Result(catching: {
        try JSONDecoder().decode(SideCar.self, from: Data(bytes.withoutByteOrderMark))
      })
    else { return nil }
    return object.addresses.lazy.compactMap { checked($0.utf8) }.first
  }

  private struct SideCar: Decodable {
    var addresses: [String] = []

    private enum Key: String, CodingKey, CaseIterable {
      case url
      case sourceURL = "source_url"
    }

    init(from decoder: any Decoder) throws {
      let object = try decoder.container(keyedBy: Key.self)
      for key in Key.allCases {
        if case .success(let address?) = Result(catching: {
          try object.decodeIfPresent(String.self, forKey: key)
        }) {
          addresses.append(address)
        }
      }
    }
  }
}

extension [UInt8] {
  fileprivate var trimmed: [UInt8] {
    guard let first = firstIndex(where: { !$0.isBlank }),
      let last = lastIndex(where: { !$0.isBlank })
    else { return [] }
    return Array(self[first...last])
  }

  /// Of UTF-8, as Windows writes it.
  var withoutByteOrderMark: ArraySlice<UInt8> {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension Collection<UInt8> {
  var lowercasedASCII: String {
    String(decoding: map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
