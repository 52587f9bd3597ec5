/// Headings of what a night's summary names: records that are lost, renamed or worse than before, with their number.
package enum LossMessages {
  package static let removed = Words("已移除", "Removed")
  package static let wouldBeRemoved = Words("将被移除", "Would be removed")
  package static func filesGone(_ removed: Words, _ number: String) -> Words {
    Words(
      "\(removed.chinese)：文件已不在（\(number) 条）",
      "\(removed.english), their files are gone (\(number))")
  }
  package static func membersGone(_ removed: Words, _ number: String) -> Words {
    Words(
      "\(removed.chinese)：已不在压缩包内（\(number) 条）",
      "\(removed.english), they are no longer in their archives (\(number))")
  }
  package static func archivesFail(_ removed: Words, _ number: String) -> Words {
    Words(
      "\(removed.chinese)：所在的压缩包现在读取失败（\(number) 条）",
      "\(removed.english), their archives fail now (\(number))")
  }
  package static func displaced(_ removed: Words, _ number: String) -> Words {
    Words(
      "\(removed.chinese)：原处现在是另一类文件（\(number) 条）",
      "\(removed.english), a file of another kind lies in their place (\(number))")
  }
  package static func excluded(_ removed: Words, _ number: String) -> Words {
    Words(
      "\(removed.chinese)：文件不再属于输入，见 --include、--exclude、--files-from（\(number) 条）",
      "\(removed.english), their files are no inputs any more (--include, --exclude, --files-from) (\(number))"
    )
  }
  package static let lost = Words("已丢失", "Lost")
  package static let wouldBeLost = Words("将丢失", "Would be lost")
  package static func replaced(_ lost: Words, _ number: String) -> Words {
    Words(
      "\(lost.chinese)：原来是报告或带有表格，现在没有了，或表格中没有数字（\(number) 条）",
      "\(lost.english), these were reports or had tables, which are gone or have no figures now (\(number))"
    )
  }
  package static func nowFailing(_ lost: Words, _ number: String) -> Words {
    Words(
      "\(lost.chinese)：原来有记录，现在转换失败（\(number) 条）",
      "\(lost.english), these documents had a record and fail now (\(number))")
  }
  package static func doubled(_ number: String) -> Words {
    Words(
      "变得与另一份文档相同：内容与以前不同（\(number) 条）",
      "Now equal to another document, these have other bytes than before (\(number))")
  }
  package static func renamed(_ number: String) -> Words {
    Words("改名：内容相同，名称不同（\(number) 条）", "Renamed, the same bytes have another name (\(number))")
  }
  package static func filesCleared(_ number: String) -> Words {
    Words("不再失败：文件已不在（\(number) 份）", "No longer failing, their files are gone (\(number))")
  }
  package static func membersCleared(_ number: String) -> Words {
    Words(
      "不再失败：已不在压缩包内，或压缩包现在读取失败（\(number) 份）",
      "No longer failing, they are no longer in their archives, or these fail now (\(number))")
  }
  package static func archivesOpened(_ number: String) -> Words {
    Words(
      "不再失败：这些压缩包现在可以读取（\(number) 个）",
      "No longer failing, these archives can be read now (\(number))")
  }
  package static func foldersOpened(_ number: String) -> Words {
    Words(
      "不再失败：这些文件夹又可以读取（\(number) 个）",
      "No longer failing, these folders can be read again (\(number))")
  }
  package static func kept(_ number: String) -> Words {
    Words(
      "保持原样：所在的文件夹无法读取（\(number) 条）",
      "Kept as they were, for their folder cannot be read (\(number))")
  }
  package static func newlyPartial(_ number: String) -> Words {
    Words(
      "新增部分读取：缺少规定的表（\(number) 份）", "Newly partial, a required table is missing (\(number))")
  }
  package static func changed(_ number: String) -> Words {
    Words("记录与上次不同（\(number) 份）", "With another record than before (\(number))")
  }
  package static func newlyUnbalanced(_ number: String) -> Words {
    Words("新增勾稽关系不成立（\(number) 份）", "Newly with sums that do not add up (\(number))")
  }
}
