/// The summary of a night, which is its mail: headings, and what stands beside numbers.
package enum SummaryMessages {
  // MARK: The run

  package static let run = Words("运行", "run")
  package static let outcome = Words("结果", "outcome")
  package static let from = Words("开始", "from")
  package static let to = Words("结束", "to")
  package static let version = Words("版本", "version")
  package static let cause = Words("原因", "cause")
  package static let finished = Words("已完成", "finished")
  package static let stopped = Words("发布前停止", "stopped before publishing")
  package static let stoppedByRemovals = Words(
    "发布前停止（--max-removed）", "stopped before publishing (--max-removed)")
  package static let interrupted = Words("被信号中断", "interrupted by a signal")
  package static let broken = Words("出错", "broken")
  package static func ended(_ outcome: Words, _ status: Int32) -> Words {
    Words("\(outcome.chinese)，结束状态 \(status)", "\(outcome.english), exit status \(status)")
  }
  package static func endedAsAsked(_ outcome: Words, _ status: Int32) -> Words {
    Words(
      "\(outcome.chinese)，结束状态 \(status)（--fail-on）",
      "\(outcome.english), exit status \(status) (--fail-on)")
  }
  package static func versions(_ tool: String, rules: String) -> Words {
    Words("gongkai \(tool)，规则 \(rules)", "gongkai \(tool), rules \(rules)")
  }
  package static func logLacksLine(_ number: String) -> Words {
    Words(
      "log.jsonl 缺 \(number) 行，未能写入", "log.jsonl lacks \(number) line that could not be written")
  }
  package static func logLacksLines(_ number: String) -> Words {
    Words(
      "log.jsonl 缺 \(number) 行，未能写入", "log.jsonl lacks \(number) lines that could not be written")
  }

  // MARK: What changed

  package static let whatChanged = Words("本次变化", "What changed")
  package static func converted(_ bytes: String) -> Words {
    Words("已转换（\(bytes)）", "converted (\(bytes))")
  }
  package static let added = Words("新增", "new")
  package static let changed = Words("记录与以前不同", "with another record than before")
  package static let recovered = Words("以前失败，现已读出", "read that failed before")
  package static let removed = Words("移除", "removed")
  package static let renamed = Words("改名", "renamed")
  package static let unchanged = Words("未变化", "unchanged")
  package static let addressesGone = Words(
    "下载地址消失：清单和附属文件中都已没有", "urls gone: neither the manifest nor a side-car has them now")
  package static let copied = Words("与另一份文档相同", "equal to another document")
  package static let retried = Words("重试过一次", "tried twice")
  package static let left = Words(
    "留到下一夜：耗时过长（timeout_budget）",
    "wait for another night: they take too long (timeout_budget)")
  package static let workersLost = Words("工作进程异常退出", "workers lost")
  package static func passedOver(_ files: Words) -> Words {
    Words("跳过：\(files.chinese)", "passed over: \(files.english)")
  }

  // MARK: Failures

  package static func newFailures(_ number: String) -> Words {
    Words("新增失败（\(number) 份）", "New failures (\(number))")
  }
  package static func allFailures(_ number: String) -> Words {
    Words("全部失败及处理办法（\(number) 份）", "All failures, and what to do (\(number))")
  }
  package static let seeMessage = Words(
    "见 failures.csv 中的说明", "see its message in failures.csv")
  package static func retriedAll(_ advice: Words) -> Words {
    Words("\(advice.chinese)；下次运行重试", "\(advice.english); the next run tries again")
  }
  package static func retriedSome(_ advice: Words, _ number: String) -> Words {
    Words(
      "\(advice.chinese)；下次运行重试其中 \(number) 份",
      "\(advice.english); the next run tries \(number) again")
  }

  // MARK: What there is

  package static let contents = Words("records.jsonl 的内容", "What records.jsonl holds")
  package static let total = Words("总计", "in all")
  package static let whole = Words("正常", "ok")
  package static let partial = Words("部分读取：缺少规定的表", "partial: a required table is missing")
  package static let failed = Words("失败", "failed")
  package static let drawingsFailed = Words(
    "把握较小：绘制页面的程序失败", "less certain: the program that draws pages failed")
  package static let reports = Words("年度报告", "annual reports")
  package static let otherDocuments = Words("其他已读取的文档", "other documents that were read")
  package static let withoutTables = Words("没有表格的年度报告", "annual reports without tables")
  package static func edition(_ code: String) -> Words {
    Words("表式 \(code)", "edition \(code)")
  }
  package static let unbalanced = Words("勾稽关系不成立", "with sums that do not add up")
  package static func unbalanced(_ rules: Words) -> Words {
    Words("勾稽关系不成立（\(rules.chinese)）", "with sums that do not add up (\(rules.english))")
  }
  package static func partialAmong(_ all: Words, _ number: String) -> Words {
    Words(
      "\(all.chinese)，其中部分读取 \(number) 份", "\(all.english), \(number) of them partial")
  }
  package static func awaited(year: Int, _ number: String, of expected: String) -> Words {
    Words(
      "尚无 \(year) 年度报告的机关（\(number) 个，名录共 \(expected) 个）",
      "No report on \(year) yet (\(number) of the \(expected) agencies of the map)")
  }

  // MARK: What it cost

  package static let slowest = Words("最慢的文档", "Slowest")
  package static let cost = Words("资源消耗", "Cost")
  package static let time = Words("用时", "time")
  package static func speed(_ time: String, documents: String, bytes: String) -> Words {
    Words(
      "\(time)，每秒 \(documents) 份、\(bytes)", "\(time), \(documents) documents/s, \(bytes)/s")
  }
  package static let processor = Words("处理器", "processor")
  package static func processor(_ run: String, workers: String) -> Words {
    Words("主进程 \(run) 秒，工作进程 \(workers) 秒", "\(run) s the run, \(workers) s its workers")
  }
  package static let memory = Words("内存", "memory")
  package static func memory(_ run: String, worker: String) -> Words {
    Words("主进程 \(run)，最大的工作进程 \(worker)", "\(run) the run, \(worker) the largest worker")
  }
}
