import Diagnostics
import ReportRecords
import Testing

@testable import ReportParsing

@Test(arguments: [
  ("济宁市兖州区科学技术局", "济宁市兖州区 - 济宁市 兖州区"),
  ("台儿庄区科技局", "台儿庄区 - - 台儿庄区"),
  ("上海市黄浦区人民政府", "上海市黄浦区 上海市 - 黄浦区"),
  ("江苏省苏州市昆山市财政局", "江苏省苏州市昆山市 江苏省 苏州市 昆山市"),
  ("宁夏回族自治区中卫市沙坡头区", "宁夏回族自治区中卫市沙坡头区 宁夏回族自治区 中卫市 沙坡头区"),
  ("湘西土家族苗族自治州凤凰县", "湘西土家族苗族自治州凤凰县 - 湘西土家族苗族自治州 凤凰县"),
  ("恩施州利川市教育局", "恩施州利川市 - 恩施州 利川市"),
  ("锡林郭勒盟苏尼特左旗", "锡林郭勒盟苏尼特左旗 - 锡林郭勒盟 苏尼特左旗"),
  ("喀什地区疏附县", "喀什地区疏附县 - 喀什地区 疏附县"),
  ("威海市城市管理局", "威海市 - 威海市 -"),
  ("威海市市场监督管理局", "威海市 - 威海市 -"),
  ("上海市浦东新区人民政府", "上海市浦东新区 上海市 - 浦东新区"),
  ("烟台市高新区管委会", "烟台市 - 烟台市 -"),
  ("国家税务总局淮安市税务局", "淮安市 - 淮安市 -"),
  ("市科技局", "- - - -"), ("农业农村局", "- - - -"), ("社区矫正管理局", "- - - -"), ("苏州市", "苏州市 - 苏州市 -"),
  ("", "- - - -"),
])
func aNameGivesItsRegionAsFarAsItIsWritten(name: String, wanted: String) {
  let region = RegionReader.region(in: name)
  let found = [region.stated, region.province, region.prefecture, region.county]
  #expect(found.map { $0 ?? "-" }.joined(separator: " ") == wanted)
}
