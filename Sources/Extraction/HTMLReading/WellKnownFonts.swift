/// Faces of ordinary type that pages bring along as files: their digits are what they are.
enum WellKnownFonts {
  /// Whether `family`, in lower case, names one, in whatever weight: `fangsong_gb2312`, `source han serif cn`.
  static func hold(_ family: String) -> Bool {
    names.contains { family.hasPrefix($0) } || chinese.contains { family.contains($0) }
  }

  private static let chinese = [
    "仿宋", "宋体", "宋", "黑体", "楷", "隶书", "幼圆", "雅黑", "等线", "苹方", "思源", "方正", "阿里巴巴", "普惠体", "得意黑",
    "fangsong",
  ]
  private static let names = [
    "simsun", "nsimsun", "stsong", "stzhongsong", "songti", "simhei", "stheiti", "heiti", "kaiti",
    "stkaiti", "simkai", "microsoft yahei", "yahei", "msyh", "dengxian", "pingfang", "hiragino",
    "source han", "sourcehan", "noto", "fzxbs", "fzfs", "fzhei", "fzkai", "fzssk", "harmonyos",
    "alibaba", "puhuiti", "opposans", "misans", "vivo sans", "smiley", "roboto", "open sans",
    "opensans", "lato", "montserrat", "inter", "poppins", "nunito", "raleway", "ubuntu",
    "helvetica",
    "arial", "times", "georgia", "verdana", "tahoma", "calibri", "segoe", "din", "bebas", "barlow",
    "oswald", "sf pro",
  ]
}
