import ConsoleText
import Foundation
import PlainWords
import Testing

@testable import RunReporting

private func local(_ iso8601: String) -> String { WallTime(iso8601: iso8601)?.local ?? "" }

private func text(_ summary: RunSummary, in language: Language?) -> String {
  String(decoding: summary.text(in: language), as: UTF8.self)
}

@Test func theMailIsInChinese() {
  #expect(
    text(failingNight, in: .chinese) == """
      gongkai: 丢失 14 条记录（移除 1 条，不再含报告或表格 1 条，转为失败 12 条），1 条记录变得与其他文档相同，另有新增失败 32 份，\
      新增部分读取 5 份，新增勾稽关系不成立 7 份，下载地址消失 2 个；共 100,000 份文档，其中失败 118 份，部分读取 882 份，\
      勾稽关系不成立 307 份，页面绘制失败 1 份，本次转换 1,023 份

        运行  20260102T020000Z-4711
        结果  已完成，结束状态 3
        开始  \(local("2026-01-02T02:00:00Z"))
        结束  \(local("2026-01-02T02:12:04Z"))
        版本  gongkai 0.3.0，规则 2026.1

      已移除：文件已不在（1 条）
        柳桥区/2019\\u{1b}.docx

      已丢失：原来是报告或带有表格，现在没有了，或表格中没有数字（1 条）
        柳桥区/2020.docx

      已丢失：原来有记录，现在转换失败（12 条）
        a/b.docx
            空文件（input_empty）：文件为 0 字节
        \(longPath)
            docx 或压缩包损坏（zip_corrupt）：no end of an archive
        …… 另有 10 项，见 changes.jsonl

      变得与另一份文档相同：内容与以前不同（1 条）
        柳桥区/2018.docx
            = 柳桥区/2017.docx

      改名：内容相同，名称不同（1 条）
        c.pdf
            -> 2023/c.pdf

      不再失败：这些文件夹又可以读取（1 个）
        乙局

      保持原样：所在的文件夹无法读取（41 条）
        甲局/
            41 条记录

      新增部分读取：缺少规定的表（5 份）
        甲局/2019.pdf
        …… 另有 4 项，见 changes.jsonl

      新增勾稽关系不成立（7 份）
        甲局/2020.pdf
            A3：总计 = 各类申请人之和，各行；R1：行政复议：总计 = 四种结果之和
        …… 另有 6 项，见 changes.jsonl

      记录与上次不同（60 份）
        甲局/2016.docx
        甲局/2017.docx
        …… 另有 58 项，见 changes.jsonl

      本次变化
            1,023  已转换（84.1 MB）
              900  新增
              100  记录与以前不同
               12  以前失败，现已读出
                1  移除
                1  改名
           98,960  未变化
                2  下载地址消失：清单和附属文件中都已没有
               17  与另一份文档相同
        跳过：隐藏文件 12 个，指向文件夹的链接 3 个

      新增失败（32 份）
        pdf_corrupt  不完整或损坏：重新下载
          柳桥区/政府信息公开工作年度报告/2023.pdf
              PDF 损坏（pdf_corrupt）：PDF 损坏，无法读取
        zip_limit  可能是压缩炸弹：先看再调高提示中的限额
          \(longPath)
              docx 压缩包超出限额（zip_limit）：word/document.xml 的解压倍数超过限额 inflation_ratio = 200
        …… 另有 30 项，见 failures.csv

      全部失败及处理办法（118 份）
        100  pdf_no_text  扫描件：需要文字识别，或向发布机关另取一种格式
         16  pdf_corrupt  不完整或损坏：重新下载；下次运行重试其中 3 份
          1  zip_limit    可能是压缩炸弹：先看再调高提示中的限额；下次运行重试
          1  of_tomorrow  见 failures.csv 中的说明

      records.jsonl 的内容
          100,000  总计
           99,000  正常
              882  部分读取：缺少规定的表
              118  失败
                1  把握较小：绘制页面的程序失败
           90,005  年度报告
            9,877  其他已读取的文档
           60,000  表式 e2021
           30,001  表式 e2019
                1  表式 legacy
                3  没有表格的年度报告
              311  勾稽关系不成立（R1 210、A1 150），其中部分读取 4 份

      最慢的文档
        114.5 s  柳桥区/2023.pdf
          9.0 s  b\\n.pdf

      资源消耗
        用时    12:04，每秒 1.4 份、116.2 kB
        处理器  主进程 3.2 秒，工作进程 1,402.3 秒
        内存    主进程 91.4 MB，最大的工作进程 233.0 MB

      """)
}

@Test func theMailIsInBothLanguagesWithNamesAndNumbersOnce() {
  #expect(
    text(quietNight, in: nil) == """
      gongkai: 一切正常，共 1 份文档，本次转换 0 份 / all well, 1 document, 0 converted

        运行 / run      20260103T020000Z-1
        结果 / outcome  已完成，结束状态 0 / finished, exit status 0
        开始 / from     \(local("2026-01-03T02:00:00Z"))
        结束 / to       \(local("2026-01-03T02:00:09Z"))
        版本 / version  gongkai 0.3.0，规则 2026.1 / gongkai 0.3.0, rules 2026.1

      本次变化 / What changed
                0  已转换（0 B） / converted (0 B)
                1  未变化 / unchanged

      records.jsonl 的内容 / What records.jsonl holds
                1  总计 / in all
                1  正常 / ok
                1  其他已读取的文档 / other documents that were read

      资源消耗 / Cost
        用时 / time         0:09
        处理器 / processor  主进程 0 秒，工作进程 0.0 秒 / 0 s the run, 0.0 s its workers
        内存 / memory       主进程 999 B，最大的工作进程 0 B / 999 B the run, 0 B the largest worker

      """)
  let part = text(failingNight, in: nil).split(separator: "\n", omittingEmptySubsequences: false)
    .drop { !$0.hasPrefix("新增失败") }.prefix { !$0.hasPrefix("records.jsonl") }
  #expect(
    part.joined(separator: "\n") == """
      新增失败（32 份） / New failures (32)
        pdf_corrupt  不完整或损坏：重新下载 / cut off or damaged: fetch it again
          柳桥区/政府信息公开工作年度报告/2023.pdf
              PDF 损坏（pdf_corrupt）：PDF 损坏，无法读取
              the PDF is damaged beyond reading (pdf_corrupt)
        zip_limit  可能是压缩炸弹：先看再调高提示中的限额
                   may be a bomb: look at it before raising the limit in its message
          \(longPath)
              docx 压缩包超出限额（zip_limit）：word/document.xml 的解压倍数超过限额 inflation_ratio = 200
              word/document.xml grows in unpacking by a factor of more than the limit inflation_ratio =
              200 (zip_limit)
        …… 另有 30 项，见 failures.csv / … and 30 more in failures.csv

      全部失败及处理办法（118 份） / All failures, and what to do (118)
        100  pdf_no_text  扫描件：需要文字识别，或向发布机关另取一种格式
                          a scan: needs OCR, or another form from the publisher
         16  pdf_corrupt  不完整或损坏：重新下载；下次运行重试其中 3 份
                          cut off or damaged: fetch it again; the next run tries 3 again
          1  zip_limit    可能是压缩炸弹：先看再调高提示中的限额；下次运行重试
                          may be a bomb: look at it before raising the limit in its message; the next run
                          tries again
          1  of_tomorrow  见 failures.csv 中的说明 / see its message in failures.csv

      """)
}

/// What a program finds by the English words of a subject, and a person by the Chinese ones.
@Test func theSubjectInBothHasEachWhole() {
  for night in [failingNight, quietNight] {
    let (chinese, english) = (night.headline(in: .chinese), night.headline(in: .english))
    #expect(night.headline(in: nil) == "\(chinese) / \(english.dropFirst("gongkai: ".count))")
  }
}

@Test func theFirstLineInChineseSaysHowTheRunEnded() {
  func headline(_ night: RunSummary, _ change: (inout RunSummary) -> Void) -> String {
    var night = night
    change(&night)
    return night.headline(in: .chinese)
  }
  let found = [
    headline(failingNight) { ($0.news, $0.work) = (.init(), .init()) },
    headline(quietNight) {
      $0.news.removed = 2
      $0.work.converted = 3
    },
    headline(quietNight) {
      $0.documents.failed = 1
      $0.work.added = 1
      $0.work.changed = 2
      $0.news.renamed = 3
      $0.work.recovered = 12
      $0.news.cleared = 4
    },
    headline(failingNight) {
      $0.outcome = .interrupted
      $0.isPublished = false
    },
    headline(quietNight) { $0.outcome = .interrupted },
    headline(quietNight) {
      $0.outcome = .broken
      $0.exitStatus = 74
      $0.isPublished = false
      $0.cause = "out: cannot write: No space left on device"
    },
    headline(quietNight) {
      $0.outcome = .broken
      $0.exitStatus = 71
      $0.isPublished = false
      $0.hasBegun = false
      $0.cause = "what no template is for"
    },
    headline(quietNight) {
      $0.outcome = .broken
      $0.cause = "gongkai page: a: cannot create: No space left on device"
    },
    headline(quietNight) {
      $0.outcome = .stopped
      $0.isPublished = false
      $0.cause =
        "6 of 40 records would go, their files are gone; is a disk not mounted? --allow-removal lets them go"
    },
    headline(quietNight) {
      $0.outcome = .stopped
      $0.isPublished = false
      $0.cause =
        "6 of 40 records would be lost, what is there now is no report or has no tables; are these error pages? "
        + "fetch the reports again; --allow-removal lets them go"
    },
  ]
  let expected = [
    "gongkai: 无新情况；共 100,000 份文档，其中失败 118 份，部分读取 882 份，勾稽关系不成立 307 份，页面绘制失败 1 份，本次转换 0 份",
    "gongkai: 丢失 2 条记录（移除 2 条）；共 1 份文档，没有失败，本次转换 3 份",
    "gongkai: 新增 1 份，有变化 2 份，改名 3 份，恢复读取 12 份，不再失败 4 份；共 1 份文档，其中失败 1 份，本次转换 0 份",
    "gongkai: 转换 1,023 份后被中断；下次运行接着做",
    "gongkai: 发布记录时被中断；一切正常，共 1 份文档，本次转换 0 份",
    "gongkai: 运行出错（结束状态 74）：out：无法写入：磁盘已满；输出仍是上一次完好的结果",
    "gongkai: 运行未能开始（结束状态 71）：what no template is for；输出仍是上一次完好的结果",
    "gongkai: 记录已发布，但是 gongkai page：a：无法新建：磁盘已满；一切正常，共 1 份文档，本次转换 0 份",
    "gongkai: 已停止，没有发布：40 条记录中有 6 条将被移除：文件已不在；是否有磁盘没有挂载？（--allow-removal 允许移除）",
    "gongkai: 已停止，没有发布：40 条记录中有 6 条将丢失：原处现在的文件不是报告或没有表格；这些文件是不是出错页面？请重新下载报告；--allow-removal 允许丢失",
  ]
  #expect(found == expected)
}
