import Foundation
import TestSupport
import Testing

/// The first lines of what two nights print and mail, each called by `night NAME OPTIONS`.
private func nights(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      #"""
      unset GONGKAI_LANG; mkdir in; printf 甲 > in/甲.txt; printf '%%PDF-1.4 x' > in/乙.pdf
      night() { gongkai run in -o out --force "$@" | head -1; head -1 out/latest/summary.txt; }
      chinese() { (export LC_ALL=zh_CN.UTF-8 2> none; "$@"); }

      """# + command, in: folder)
  }
  return try #require(result)
}

private let chinese = "无新情况；共 2 份文档，其中失败 1 份，本次转换 2 份"
private let english = "nothing new; of 2 documents 1 failed, 2 converted"

@Test func theLocaleIsTheTerminalsAndTheSettingTheMailsToo() throws {
  let result = try nights(
    """
    night > first; cat first; night; chinese night; chinese night --lang en; night --lang zh; GONGKAI_LANG=zh night
    echo 'lang: en' > c.yaml; chinese night --config c.yaml; GONGKAI_LANG=zh night --config c.yaml --lang en
    """)
  let (zh, en) = ("gongkai: \(chinese)", "gongkai: \(english)")
  let both = "gongkai: \(chinese) / \(english)"
  #expect(
    result.text.split(separator: "\n").map(String.init) == [
      "gongkai: 1 new failure; of 2 documents 1 failed, 2 converted",
      "gongkai: 新增失败 1 份；共 2 份文档，其中失败 1 份，本次转换 2 份"
        + " / 1 new failure; of 2 documents 1 failed, 2 converted",
      en, both, zh, both, en, en, zh, zh, zh, zh, en, en, en, en,
    ])
  #expect(result.errors == "")
}

@Test func whatIsForProgramsIsTheSameInEachLanguage() throws {
  let result = try nights(
    """
    facts() {
      jq 'del(.run_id, .started_at, .finished_at, .cause) | walk(if type == "number" then 0 end)' out/latest/summary.json
      jq -c '[.level, .message]' out/latest/log.jsonl | grep -v Converted; cat out/records.jsonl out/failures.csv
    }
    night > none1; night --lang en --force > n1; facts > en; night --lang zh --force > n2; facts > zh; cmp en zh && wc -l < en | tr -d 0-9
    """)
  #expect(result.text == "\n")
}

@Test func aDryRunIsInChinese() throws {
  let result = try nights(
    """
    touch in/.DS_Store; chinese gongkai run in -o out --dry-run -v; night > n; rm in/*.txt in/*.pdf
    chinese gongkai run in -o out --dry-run; chinese gongkai run in -o out --quiet; head -1 out/latest/summary.txt
    """)
  #expect(
    result.text == """
      找到         2 份文档，13 字节
      待转换       2 份文档，13 字节（其中新增 2 份），内容相同的只转换一份
                   乙.pdf
                   甲.txt
      未变化       0 份
      待移除       0 条记录，文件已不在
      跳过         隐藏文件 1 个
                   .DS_Store（隐藏文件）
      找到         0 份文档，0 字节
      待转换       0 份文档，0 字节（其中新增 0 份）
      未变化       0 份
      待移除       2 条记录，文件已不在
      将停止       没有找到任何文件，而输出中有 2 条记录：运行将以 66 结束；输入是否已挂载？（--allow-empty 会移除它们）
      跳过         隐藏文件 1 个
      gongkai: 运行出错（结束状态 66）：没有找到任何文件，而输出中有 2 条记录：输入是否已挂载？（--allow-empty 会移除它们）；\
      输出仍是上一次完好的结果 / the run broke (exit 66): nothing found, but the output holds 2 records: is the input mounted? \
      (--allow-empty removes them); the output is still the last good one

      """)
}
