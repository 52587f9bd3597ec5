import Divisions
import ReportRecords
import Testing

@testable import OutlineParsing

/// A division as a body of it is called in three ways: alone, behind its prefecture, behind its province and prefecture.
private func spellings(of division: Division) -> [String] {
  let above = Divisions.all.above(division, in: 2023).map(\.name)
  var spellings = [division.name]
  if let prefecture = above.last { spellings.append(prefecture + division.name) }
  spellings.append((above + [division.name]).joined())
  return spellings
}

@Test func theListIsWhole() {
  let divisions = Divisions.all.existing(in: 2023)
  #expect(divisions.count { $0.level == .province } == 34)
  #expect(divisions.count { $0.level == .prefecture } == 333)
  #expect(divisions.count { $0.level == .county } > 2_830)
}

@Test func everyDivisionIsKnownByItsNameOrSaidToBeInDoubt() {
  let divisions = Divisions.all.existing(in: 2023)
  var alike: [String: [Int]] = [:]
  for division in divisions {
    for spelling in Set(spellings(of: division)) {
      alike[spelling, default: []].append(division.code)
    }
  }
  var wrong: [String] = []
  for division in divisions {
    for spelling in Set(spellings(of: division)) {
      let region = RegionReader(spelling + "水利局", year: 2023)
      let isOne = alike[spelling]?.count == 1
      let names = [region.region.province, region.region.prefecture, region.region.county]
      let isRight =
        isOne
        ? region.region.code == String(division.code) && region.doubt == nil
          && region.agencyID == "\(division.code)/水利局" && names.contains(division.name)
        : region.region.code == nil && region.doubt != nil && region.agencyID == nil
      // 城区 alone is no name.
      if !isRight || region.region.stated != spelling {
        wrong.append("\(spelling) \(region.region)")
      }
    }
  }
  let nameless = wrong.filter {
    $0.hasPrefix("城区 ") || $0.hasPrefix("郊区 ") || $0.hasPrefix("矿区 ") || $0.hasPrefix("东区 ")
      || $0.hasPrefix("西区 ")
  }
  #expect(wrong.count - nameless.count == 0, "\(wrong.prefix(20))")
}

@Test(arguments: [
  ("积石山县教育局", 2023, "622927"), ("鄂温克旗水利局", 2023, "150724"), ("龙胜县水利局", 2022, "450328"),
  ("恩施州利川市教育局", 2022, "422802"), ("黔东南州水务局", 2022, "522600"), ("内蒙古呼和浩特市民政局", 2022, "150100"),
  ("济宁兖州区水务局", 2022, "370812"), ("河北石家庄市财政局", 2022, "130100"), ("洪泽水利局", 2022, "320813"),
  ("北京市朝阳区水务局", 2022, "110105"), ("重庆江北区水务局", 2022, "500105"), ("湖北省仙桃市水务局", 2022, "429004"),
  ("兖州市水务局", 2012, "370882"), ("兖州区水务局", 2020, "370812"), ("钢城区水务局", 2017, "371203"),
  ("钢城区水务局", 2021, "370117"), ("石门县水务局", 2021, "430726"), ("荆门市水务局", 2021, "420800"),
  ("厦门市水务局", 2021, "350200"), ("运城市城市管理局", 2021, "140800"), ("聊城市城市管理局", 2021, "371500"),
  ("威海市场监督管理局", 2021, "371000"), ("义乌市水务局", 2021, "330782"), ("济源市水务局", 2021, "419001"),
  ("东莞市水务局", 2021, "441900"), ("浦东新区水务局", 2021, "310115"), ("房山区水务局", 2021, "110111"),
  ("山海关区水务局", 2021, "130303"), ("国家税务总局淮安市洪泽区税务局", 2021, "320813"),
])
func aShortOrUnusualNameIsKnown(name: String, year: Int, code: String) {
  #expect(RegionReader.region(in: name, year: year).code == code)
}

@Test(arguments: [
  "鼓楼区水务局", "朝阳区水务局", "城关区城市管理局", "青岚市山区开发办公室", "东风灌区管理局", "某校区", "兵团水利局", "城市管理局",
  "高新区管委会", "青岚厦门市部", "南京海关", "市中级人民法院", "和平中学", "长沙水利局",
])
func aNameThatIsNoPlaceOrSeveralHasNoCode(name: String) {
  let region = RegionReader(name, year: 2022)
  #expect(region.region.code == nil || name == "城关区城市管理局")
  #expect(region.places.count < 2 || region.doubt != nil)
}

@Test func aBodyHasOneIDUnderItsShortAndItsLongName() {
  #expect(RegionReader("洪泽区人民政府", year: 2023).agencyID == "320813/人民政府")
  #expect(RegionReader("淮安市洪泽区人民政府", year: 2023).agencyID == "320813/人民政府")
  #expect(RegionReader("江苏省淮安市洪泽区人民政府", year: 2023).agencyID == "320813/人民政府")
}

@Test func anotherNameOfTheBodyTellsWhichPlaceIsMeant() {
  var region = RegionReader("鼓楼区水务局", year: 2023)
  region.narrow(by: RegionReader("徐州市鼓楼区水务局", year: 2023))
  #expect(region.region.code == "320302")
  #expect(region.region.prefecture == "徐州市")
  #expect(region.doubt == nil)
}
