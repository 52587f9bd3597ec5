/// What a document says its encoding is, as far as that decides anything; the raw value is the converter's name.
package enum DeclaredEncoding: String, Sendable {
  case gb18030 = "GB18030"
  case big5 = "BIG5-HKSCS"

  /// The encoding called `name` in a `charset`; nil for all that the bytes themselves tell, such as `utf-8`.
  ///
  /// GB2312 and GBK are names that programs give to what is GB18030.
  package init?(name: some StringProtocol) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "gb2312", "gbk", "gb18030", "gb231280", "cp936", "ms936", "windows936", "xgbk", "chinese",
      "csgb2312", "csiso58gb231280", "euccn", "xeuccn", "hzgb2312":
      self = .gb18030
    case "big5", "big5hkscs", "csbig5", "xxbig5", "cp950", "ms950", "cnbig5": self = .big5
    default: return nil
    }
  }
}
