internal import PlainWords

/// Where a reader of the page finds a document.
enum Link {
  /// The path, as a link to the original, at its page if it is a PDF; and the address that it was downloaded from.
  static func html(_ file: OriginalFile, _ location: String?, _ facts: RunFacts) -> HTML {
    let page = location.flatMap { pageNumber($0) }.map { "#page=\($0)" } ?? ""
    let name: HTML = "<bdi class=\"clip\">\(file.name)</bdi>"
    let address = webAddress(file.url)
    guard let originals = facts.originals else {
      guard let address else {
        return "<a href=\"\(encoded([], file.path))\(page)\">\(name)</a>"
      }
      // The address of a page that shows it has no pages of its own.
      let place = address.lowercased().hasSuffix(".pdf") ? page : ""
      return "<a href=\"\(address)\(place)\" rel=\"noreferrer noopener\">\(name)</a>"
    }
    let web: HTML =
      address.map {
        " <a href=\"\($0)\" rel=\"noreferrer noopener\">网页 <span class=\"en\" lang=\"en\">web</span></a>"
      } ?? ""
    return "<a href=\"\(encoded(originals, file.path))\(page)\">\(name)</a>\(web)"
  }

  /// The address of a file below the folder `base`, whatever the names: `2023/市 局.pdf` is `./2023/%E5%B8%82%20%E5%B1%80.pdf`.
  static func encoded(_ base: [UInt8], _ path: String) -> String {
    // What begins with `./` or one slash names no other host and no scheme.
    var bytes = base.drop { $0 == UInt8(ascii: "/") } + Array(path.utf8)
    bytes = Array((base.first == UInt8(ascii: "/") ? "/" : "./").utf8) + bytes
    var address = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return address
  }

  /// An address out of a document, if it is one of the web: any other scheme could run a program.
  static func webAddress(_ url: String?) -> String? {
    guard let url, ["http://", "https://"].contains(where: { url.lowercased().hasPrefix($0) })
    else {
      return nil
    }
    return url
  }

  /// `page 3 box …` is on page 3.
  private static func pageNumber(_ location: String) -> Int? {
    let words = location.split(separator: " ")
    return words.count >= 2 && words[0] == "page" ? Int(words[1]) : nil
  }
}
