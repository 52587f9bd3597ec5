/// What a run says while it is under way, and what it says it would do.
package enum RunMessages {
  // MARK: How far it is

  package static func remaining(_ time: String) -> Words { Words("剩余 \(time)", "ETA \(time)") }
  package static func rate(_ number: String) -> Words { Words("\(number) 份/秒", "\(number)/s") }
  package static func progress(
    _ done: String, of all: String, percent: Int, _ rate: Words, failed: Words
  ) -> Words {
    Words(
      "已完成 \(all) 份文档中的 \(done) 份（\(percent)%），\(rate.chinese)，\(failed.chinese)",
      "\(done) of \(all) documents (\(percent) %), \(rate.english), \(failed.english)")
  }
  package static func toGo(_ progress: Words, _ time: String) -> Words {
    Words("\(progress.chinese)，约剩 \(time)", "\(progress.english), about \(time) to go")
  }
  package static func waiting(for holder: Words) -> Words {
    Words("等待\(holder.chinese)结束", "waiting for \(holder.english)")
  }

  // MARK: What it would do

  package static let found = Words("找到", "found")
  package static func size(documents: Int, bytes: Int) -> Words {
    Words("\(documents) 份文档，\(bytes) 字节", "\(documents) documents, \(bytes) bytes")
  }
  package static let toConvert = Words("待转换", "to convert")
  package static func newAmong(_ size: Words, _ number: Int) -> Words {
    Words("\(size.chinese)（其中新增 \(number) 份）", "\(size.english) (\(number) of them new)")
  }
  package static func equalOnce(_ size: Words) -> Words {
    Words("\(size.chinese)，内容相同的只转换一份", "\(size.english), equal ones once")
  }
  package static let unchanged = Words("未变化", "unchanged")
  package static func documents(_ number: Int) -> Words { Words("\(number) 份", "\(number)") }
  package static let toRemove = Words("待移除", "to remove")
  package static func recordsGone(_ number: Int) -> Words {
    Words("\(number) 条记录，文件已不在", "\(number) records whose file is gone")
  }
  package static let archives = Words("压缩包", "archives")
  package static func unopened(_ number: Int) -> Words {
    Words(
      "其中 \(number) 个按名称是压缩包，各计一份：读取后才知道里面有哪些文件",
      "\(number) of these by name, each counted as one: their members show once they are read")
  }
  package static let wouldStop = Words("将停止", "would stop")
  package static let kept = Words("保留", "kept")
  package static func keptBelow(_ folder: String, _ number: Int) -> Words {
    Words(
      "\(folder) 之下的 \(number) 条记录，该文件夹无法读取",
      "\(number) records below \(folder), which cannot be read")
  }
  package static let passedOver = Words("跳过", "passed over")
}
