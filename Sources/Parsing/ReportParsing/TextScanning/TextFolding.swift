/// One spelling for what is printed in several, for matching only: what is kept always comes from the raw text.
///
/// Full-width ASCII becomes ASCII (`（` `(`, `：` `:`, `２` `2`, `．` `.`), other brackets round and square ones become
/// `[` and `]`, every dash `-`, and traditional characters of the form's vocabulary simplified ones. A scalar is always
/// replaced by one scalar, so an index means the same place in the folded and in the raw text.
enum TextFolding {
  static func folded(_ text: String) -> [Unicode.Scalar] {
    let table = table
    return text.unicodeScalars.map { fold($0, table) }
  }

  static func folded(_ raw: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let table = table
    return raw.map { fold($0, table) }
  }

  /// The first `count` scalars of `text`, folded.
  static func foldedPrefix(_ text: String, _ count: Int) -> [Unicode.Scalar] {
    let table = table
    return text.unicodeScalars.prefix(count).map { fold($0, table) }
  }

  private static func fold(_ scalar: Unicode.Scalar, _ table: [UInt16]) -> Unicode.Scalar {
    let index = Int(scalar.value)
    guard index < table.count, table[index] != 0 else { return scalar }
    return Unicode.Scalar(table[index]) ?? scalar
  }

  /// What each scalar of the basic plane becomes; 0 where it stays.
  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x10000)
    for offset in 0x01...0x5E { table[0xFF00 + offset] = UInt16(0x20 + offset) }
    for (printed, folded) in replacements {
      let pairs = zip(printed.unicodeScalars, folded.unicodeScalars)
      for (from, to) in pairs where from.value < 0x10000 && to.value < 0x10000 {
        table[Int(from.value)] = UInt16(to.value)
      }
    }
    return table
  }()

  /// Printed scalars, and at the same position what each becomes.
  private static let replacements: [(String, String)] = [
    ("\u{3000}\u{A0}｡", "  。"),
    ("〔〕【】〖〗﹝﹞", "[][][][]"),
    ("﹙﹚〈〉", "()<>"),
    ("‐‑‒–—―−─━﹣", "----------"),
    ("∶︰﹕﹔﹐", ":::;,"),
    ("〜∼", "~~"),
    (
      "開報請訴訟複復議總體動況處問題進項號機關區縣廳辦國務電話傳編郵網聯繫單條與結轉數據統計間從為發佈製廢規範強職責業鄉鎮鄧會員縱環農資訊",
      "开报请诉讼复复议总体动况处问题进项号机关区县厅办国务电话传编邮网联系单条与结转数据统计间从为发布制废规范强职责业乡镇邓会员纵环农资讯"
    ),
  ]
}
