/// The first line of a night's summary, which is the subject of its mail.
package enum HeadlineMessages {
  // MARK: How the run ended

  package static func stopped(_ cause: Words) -> Words {
    Words("已停止，没有发布：\(cause.chinese)", "stopped, nothing is published: \(cause.english)")
  }
  package static let interruptedInPublishing = Words(
    "发布记录时被中断", "interrupted when the records were published")
  package static func interrupted(after converted: Words) -> Words {
    Words(
      "\(converted.chinese)后被中断；下次运行接着做",
      "interrupted after \(converted.english); the next run goes on from there")
  }
  package static func published(but cause: Words) -> Words {
    Words("记录已发布，但是 \(cause.chinese)", "the records are published, but \(cause.english)")
  }
  package static let runBroke = Words("运行出错", "the run broke")
  package static let didNotBegin = Words("运行未能开始", "the run did not begin")
  package static func broken(_ what: Words, exit status: Int32) -> Words {
    Words("\(what.chinese)（结束状态 \(status)）", "\(what.english) (exit \(status))")
  }
  package static func because(_ what: Words, _ cause: Words) -> Words {
    Words("\(what.chinese)：\(cause.chinese)", "\(what.english): \(cause.english)")
  }
  package static func outputIsKept(_ what: Words) -> Words {
    Words(
      "\(what.chinese)；输出仍是上一次完好的结果",
      "\(what.english); the output is still the last good one")
  }

  // MARK: What there is

  package static func allWell(_ documents: Words, _ converted: Words) -> Words {
    Words(
      "一切正常，共 \(documents.chinese)，本次\(converted.chinese)",
      "all well, \(documents.english), \(converted.english)")
  }
  package static func noneFailed(_ news: Words, _ documents: Words, _ converted: Words) -> Words {
    Words(
      "\(news.chinese)；共 \(documents.chinese)，没有失败，本次\(converted.chinese)",
      "\(news.english); none of \(documents.english) failed, \(converted.english)")
  }
  package static func all(
    _ news: Words, _ documents: Words, _ standing: Words, _ converted: Words
  ) -> Words {
    Words(
      "\(news.chinese)；共 \(documents.chinese)，其中\(standing.chinese)，本次\(converted.chinese)",
      "\(news.english); of \(documents.english) \(standing.english), \(converted.english)")
  }
  package static let nothingNew = Words("无新情况", "nothing new")
  package static func converted(_ number: String) -> Words {
    Words("转换 \(number) 份", "\(number) converted")
  }
  package static func failed(_ number: String) -> Words {
    Words("失败 \(number) 份", "\(number) failed")
  }
  package static func partial(_ number: String) -> Words {
    Words("部分读取 \(number) 份", "\(number) partial")
  }
  package static func unbalanced(_ number: String) -> Words {
    Words("勾稽关系不成立 \(number) 份", "\(number) with failing sums")
  }
  package static func drawingFailed(_ number: String) -> Words {
    Words("页面绘制失败 \(number) 份", "\(number) drawing failed")
  }
  package static func drawingsFailed(_ number: String) -> Words {
    Words("页面绘制失败 \(number) 份", "\(number) drawings failed")
  }

  // MARK: What is new, and somebody should look at

  package static func lost(_ records: Words, _ causes: Words) -> Words {
    Words(
      "丢失 \(records.chinese)（\(causes.chinese)）", "\(records.english) lost (\(causes.english))")
  }
  package static func removed(_ number: String) -> Words {
    Words("移除 \(number) 条", "\(number) removed")
  }
  package static func replaced(_ number: String) -> Words {
    Words("不再含报告或表格 \(number) 条", "\(number) now without report or tables")
  }
  package static func nowFailing(_ number: String) -> Words {
    Words("转为失败 \(number) 条", "\(number) now failing")
  }
  package static func recordDoubled(_ number: String) -> Words {
    Words(
      "\(number) 条记录变得与其他文档相同", "\(number) record is now equal to another document's")
  }
  package static func recordsDoubled(_ number: String) -> Words {
    Words(
      "\(number) 条记录变得与其他文档相同", "\(number) records are now equal to another document's")
  }
  package static func newFailure(_ number: String) -> Words {
    Words("新增失败 \(number) 份", "\(number) new failure")
  }
  package static func newFailures(_ number: String) -> Words {
    Words("新增失败 \(number) 份", "\(number) new failures")
  }
  package static func otherNewFailure(_ number: String) -> Words {
    Words("另有新增失败 \(number) 份", "\(number) other new failure")
  }
  package static func otherNewFailures(_ number: String) -> Words {
    Words("另有新增失败 \(number) 份", "\(number) other new failures")
  }
  package static func newlyPartial(_ number: String) -> Words {
    Words("新增部分读取 \(number) 份", "\(number) newly partial")
  }
  package static func newlyUnbalanced(_ number: String) -> Words {
    Words("新增勾稽关系不成立 \(number) 份", "\(number) newly with failing sums")
  }
  package static func urlGone(_ number: String) -> Words {
    Words("下载地址消失 \(number) 个", "\(number) url gone")
  }
  package static func urlsGone(_ number: String) -> Words {
    Words("下载地址消失 \(number) 个", "\(number) urls gone")
  }

  // MARK: What else is new

  package static func newDocument(_ number: String) -> Words {
    Words("新增 \(number) 份", "\(number) new document")
  }
  package static func newDocuments(_ number: String) -> Words {
    Words("新增 \(number) 份", "\(number) new documents")
  }
  package static func changed(_ number: String) -> Words {
    Words("有变化 \(number) 份", "\(number) changed")
  }
  package static func renamed(_ number: String) -> Words {
    Words("改名 \(number) 份", "\(number) renamed")
  }
  package static func recovered(_ number: String) -> Words {
    Words("恢复读取 \(number) 份", "\(number) recovered")
  }
  package static func cleared(_ number: String) -> Words {
    Words("不再失败 \(number) 份", "\(number) no longer failing")
  }
}
