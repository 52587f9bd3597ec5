import Diagnostics
import ReportRecords
import Testing

@testable import OutlineParsing

@Test(arguments: [
  ("济宁市兖州区科学技术局", "济宁市兖州区 山东省 济宁市 兖州区"),
  ("台儿庄区科技局", "台儿庄区 山东省 枣庄市 台儿庄区"),
  ("上海市黄浦区人民政府", "上海市黄浦区 上海市 - 黄浦区"),
  ("江苏省苏州市昆山市财政局", "江苏省苏州市昆山市 江苏省 苏州市 昆山市"),
  ("宁夏回族自治区中卫市沙坡头区", "宁夏回族自治区中卫市沙坡头区 宁夏回族自治区 中卫市 沙坡头区"),
  ("湘西土家族苗族自治州凤凰县", "湘西土家族苗族自治州凤凰县 湖南省 湘西土家族苗族自治州 凤凰县"),
  ("恩施州利川市教育局", "恩施州利川市 湖北省 恩施土家族苗族自治州 利川市"),
  ("锡林郭勒盟苏尼特左旗", "锡林郭勒盟苏尼特左旗 内蒙古自治区 锡林郭勒盟 苏尼特左旗"),
  ("喀什地区疏附县", "喀什地区疏附县 新疆维吾尔自治区 喀什地区 疏附县"),
  ("威海市城市管理局", "威海市 山东省 威海市 -"),
  ("威海市市场监督管理局", "威海市 山东省 威海市 -"),
  ("上海市浦东新区人民政府", "上海市浦东新区 上海市 - 浦东新区"),
  ("烟台市高新区管委会", "烟台市 山东省 烟台市 -"),
  ("国家税务总局淮安市税务局", "淮安市 江苏省 淮安市 -"),
  ("市科技局", "- - - -"), ("农业农村局", "- - - -"), ("社区矫正管理局", "- - - -"), ("青禾市松山区", "青禾市松山区 - 青禾市 松山区"),
  ("云城市江湾水利局", "云城市 - 云城市 -"),
  ("中共淮安市洪泽区委员会", "淮安市洪泽区 江苏省 淮安市 洪泽区"), ("原固原市水务局", "固原市 宁夏回族自治区 固原市 -"),
  ("淮安市（洪泽区）水利局", "淮安市（洪泽区） 江苏省 淮安市 洪泽区"), ("江苏省（淮安市）水利局", "江苏省（淮安市） 江苏省 淮安市 -"),
  ("淮安市（本级）", "淮安市 江苏省 淮安市 -"),
  ("原州区水务局", "原州区 宁夏回族自治区 固原市 原州区"), ("政协淮安市委员会", "淮安市 江苏省 淮安市 -"),
  ("义乌市水务局", "义乌市 浙江省 金华市 义乌市"), ("苏州市", "苏州市 江苏省 苏州市 -"),
  ("湘西自治州人民政府办公室", "湘西自治州 湖南省 湘西土家族苗族自治州 -"),
  ("耿马自治县水务局", "耿马自治县 云南省 临沧市 耿马傣族佤族自治县"),
  ("蚌埠经济开发区管理委员会", "蚌埠 安徽省 蚌埠市 -"), ("南京海关", "- - - -"),
  ("", "- - - -"),
])
func aNameGivesItsRegionAsFarAsItIsWritten(name: String, wanted: String) {
  let region = RegionReader.region(in: name)
  let found = [region.stated, region.province, region.prefecture, region.county]
  #expect(found.map { $0 ?? "-" }.joined(separator: " ") == wanted)
}

/// 新疆生产建设兵团 and its divisions are bodies, in no list of places; a city of theirs is one.
@Test(arguments: [
  ("新疆生产建设兵团第八师石河子市", "石河子市 新疆维吾尔自治区 - 石河子市", "659001"),
  ("第一师阿拉尔市水利局", "阿拉尔市 新疆维吾尔自治区 - 阿拉尔市", "659002"),
  ("兵团第十三师教育局", "- - - -", nil), ("新疆生产建设兵团教育局", "- - - -", nil), ("第三师范学校", "- - - -", nil),
])
func aBodyOfTheCorpsIsNoDivision(name: String, wanted: String, code: String?) {
  let region = RegionReader.region(in: name, year: 2023)
  let found = [region.stated, region.province, region.prefecture, region.county]
  #expect(found.map { $0 ?? "-" }.joined(separator: " ") == wanted)
  #expect(region.code == code)
}

@Test(arguments: [
  ("莱芜市人民政府", 2018, false), ("莱芜市人民政府", 2023, true), ("思茅市人民政府", 2023, true),
  ("襄樊市人民政府", 2023, true), ("永定县人民政府", 2023, true), ("青禾县水务局", 2023, false),
  ("青岚市云溪区水务局", 2023, false),
])
func aDivisionThatWasNotThereThenIsUncertain(name: String, year: Int, isUncertain: Bool) {
  #expect((RegionReader(name, year: year).doubt != nil) == isUncertain)
}

@Test(arguments: [
  "2023年1月1日至2023年12月31日", "2022年1月1日至2023年12月31日",
])
func severalYearsInATitleAreUncertain(period: String) {
  let result = outline(
    of: textDocument(
      "青岚市水务局2022—2023年政府信息公开工作年度报告", "本报告的统计期限为\(period)。", "一、总体情况", "公开信息10条。"))
  #expect(result.value.agencyName == "青岚市水务局")
  #expect(result.issues.map(\.code).contains(.yearUncertain))
}

@Test(arguments: [
  ("云溪镇人民政府", "淮安市洪泽区云溪镇人民政府", "洪泽区"), ("水务局", "淮安市洪泽区水务局", "洪泽区"),
  ("云溪镇人民政府", "淮安市洪泽区水务局", nil),
])
func aPublisherThatHasTheAgencysNameInFullTellsTheRegion(
  agency: String, publisher: String, county: String?
) {
  let content = outline(
    of: textDocument(
      "\(agency)2022年政府信息公开工作年度报告", "来源：\(publisher) 时间：2023-01-16", "一、总体情况", "公开信息10条。")
  ).value
  #expect(content.agencyName == agency)
  #expect(content.region.county == county)
}
