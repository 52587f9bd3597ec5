/// Numbers with what they count, as summaries and plans say them.
package enum CountMessages {
  package static func document(_ number: String) -> Words {
    Words("\(number) 份文档", "\(number) document")
  }
  package static func documents(_ number: String) -> Words {
    Words("\(number) 份文档", "\(number) documents")
  }
  package static func record(_ number: String) -> Words {
    Words("\(number) 条记录", "\(number) record")
  }
  package static func records(_ number: String) -> Words {
    Words("\(number) 条记录", "\(number) records")
  }
  package static func more(_ number: String) -> Words {
    Words("…… 另有 \(number) 项", "… and \(number) more")
  }
  package static func more(_ number: String, in file: String) -> Words {
    Words("…… 另有 \(number) 项，见 \(file)", "… and \(number) more in \(file)")
  }

  // MARK: Files that a walk passes over

  package static let hidden = Words("隐藏文件", "hidden")
  package static let temporary = Words("临时文件", "temporary")
  package static let system = Words("系统文件", "system")
  package static let excluded = Words("被排除的文件", "excluded")
  package static let sidecar = Words("附属文件", "sidecar")
  package static let badSidecar = Words("无效的附属文件", "bad sidecar")
  package static let linkToFolder = Words("指向文件夹的链接", "link to folder")
  package static func named(_ path: String, _ kind: Words) -> Words {
    Words("\(path)（\(kind.chinese)）", "\(path) (\(kind.english))")
  }
  package static func files(_ number: String, _ kind: Words) -> Words {
    Words("\(kind.chinese) \(number) 个", "\(number) \(kind.english)")
  }
}
