// What `gongkai doctor` says of limits, memory, inputs and the output.

extension DoctorMessages {
  // MARK: The machine

  package static let notKnown = Words("未知", "not known")
  package static let noLocale = Words("未设置", "none set")
  package static func harmless(_ locale: Words) -> Words {
    Words(
      "\(locale.chinese)：没有影响，读写都不依赖语言环境",
      "\(locale.english): harmless, nothing is read or written by the locale")
  }
  package static let convertsEncodings = Words(
    "C 库可以转换 GB18030 和 Big5", "the C library converts GB18030 and Big5")
  package static func cannotConvert(_ encodings: Words) -> Words {
    Words(
      "C 库不能转换 \(encodings.chinese)，使用这种编码的网页和文本将失败",
      "the C library cannot convert \(encodings.english); pages and texts in it fail")
  }
  package static let installEncodings = Words(
    "apt-get install --reinstall libc6（Fedora：glibc-gconv-extra），或取消 GCONV_PATH",
    "apt-get install --reinstall libc6 (Fedora: glibc-gconv-extra), or unset GCONV_PATH")
  package static let unlimited = Words("没有限制", "unlimited")
  package static func tooFew(_ limit: Int, aProcessWanting wanted: Int) -> Words {
    Words("每个进程 \(limit)；运行需要 \(wanted)", "\(limit) a process; a run wants \(wanted)")
  }
  package static func tooFew(_ limit: Int, aUserWanting wanted: Int) -> Words {
    Words("每个用户 \(limit)；运行需要 \(wanted)", "\(limit) a user; a run wants \(wanted)")
  }
  package static func raise(_ command: String, orInUnit setting: String) -> Words {
    Words("\(command)，或在 systemd 单元中设置 \(setting)", "\(command), or \(setting) in the unit")
  }
  package static let nothingLimited = Words(
    "文件大小、处理器时间和地址空间都没有限制", "files, processor time and address space are not limited")
  package static func mayEndRun(_ limit: Int, _ what: Words) -> Words {
    Words(
      "限额为 \(limit) \(what.chinese)，可能使运行中途结束",
      "\(limit) \(what.english) may end a run in its middle")
  }
  package static let bytesOfFile = Words("字节的文件", "bytes of a file")
  package static let secondsOfProcessor = Words("秒处理器时间", "seconds of processor time")
  package static let bytesOfAddresses = Words("字节地址空间", "bytes of address space")
  package static func memory(_ mebibytes: Int, _ source: Words, jobs: Int, each: Int) -> Words {
    Words(
      "\(mebibytes) MiB（\(source.chinese)），供 \(jobs) 个工作进程使用，每个最多 \(each) MiB",
      "\(mebibytes) MiB (\(source.english)) for \(jobs) workers of up to \(each) MiB")
  }
  package static let ofControlGroup = Words("控制组", "control group")
  package static let ofMachine = Words("本机", "the machine's")
  package static func memoryIsScarce(_ memory: Words) -> Words {
    Words(
      "\(memory.chinese)：文档可能因内存不足而失败",
      "\(memory.english): documents may fail for want of it")
  }
  package static func runWith(jobs: Int) -> Words {
    Words("用 -j \(jobs) 运行，或增加内存", "run with -j \(jobs), or give more memory")
  }
  package static let giveMemory = Words("增加内存", "give more memory")
  package static let versionUnknown = Words("版本未知", "its version is not known")
  package static let setTemporary = Words(
    "把 TMPDIR 设为本用户可写的文件夹", "set TMPDIR to a folder that this user may write in")

  // MARK: Inputs

  package static func inputs(files: Int, mebibytes: Int) -> Words {
    Words("\(files) 个文件，\(mebibytes) MiB", "\(files) files, \(mebibytes) MiB")
  }
  package static func passedOver(_ counts: Words) -> Words {
    Words("；跳过：\(counts.chinese)", "; passed over: \(counts.english)")
  }
  package static func someUnreadable(_ inputs: Words, _ count: Int, such example: Words) -> Words {
    Words(
      "\(inputs.chinese)；\(count) 个无法读取，例如 \(example.chinese)",
      "\(inputs.english); \(count) can't be read, such as \(example.english)")
  }
  package static func nothingToConvert(_ inputs: Words) -> Words {
    Words("\(inputs.chinese)；没有可转换的文件", "\(inputs.english); nothing to convert")
  }
  package static let nameReadable = Words(
    "指定本用户可读的文件或文件夹", "name a file or folder that this user may read")
  package static let makeReadable = Words(
    "让本用户可以读取，或用 --exclude 排除", "make them readable for this user, or leave them out with --exclude"
  )
  package static let isDiskMounted = Words("检查磁盘是否没有挂载", "look whether a disk isn't mounted")

  // MARK: The output

  package static func outputFails(_ folder: String, _ step: Words, _ reason: Words) -> Words {
    Words(
      "\(folder)：\(step.chinese)失败：\(reason.chinese)",
      "\(folder): \(step.english) fails: \(reason.english)")
  }
  package static func aboveOutputFails(_ folder: String, _ step: Words, _ reason: Words) -> Words {
    Words(
      "\(folder) 不存在，在其上级文件夹中\(step.chinese)失败：\(reason.chinese)",
      "\(folder) does not exist, and above it \(step.english) fails: \(reason.english)")
  }
  package static let openingFolder = Words("打开文件夹", "opening the folder")
  package static let creatingFile = Words("新建文件", "creating a file")
  package static let writing = Words("写入", "writing")
  package static let syncingFile = Words("同步文件", "syncing a file")
  package static let lockingFile = Words("锁定文件", "locking a file")
  package static let lockingPart = Words("锁定文件的一部分", "locking a part of a file")
  package static let renaming = Words("改名", "renaming")
  package static let syncingFolder = Words("同步文件夹", "syncing the folder")
  package static let useLaterVersion = Words(
    "改用写入它的版本，或删除该文件夹",
    "install the version that wrote it, or remove the folder")
  package static let nameManifest = Words(
    "用 --manifest 或配置文件指定本用户可读的 CSV 文件",
    "name a CSV file that this user may read, with --manifest or in the configuration file")
  package static let manifestIsRead = Words("清单可以读取", "the manifest can be read")
  package static let makeMetricsFolder = Words(
    "建立该文件夹并用 chown 让本用户可写，或更改 --metrics-file",
    "make the folder, let this user write in it with chown, or change --metrics-file")
  package static let metricsCanBeWritten = Words("指标文件可以写入", "the metrics can be written")
  package static let chooseFolder = Words(
    "选择本用户可写的文件夹（用 chown 或 -o），所在磁盘不能已满或只读",
    "choose a folder that this user may write in, with chown or -o, on a disk that is not full or read-only"
  )
  package static func outputIsUsable(_ folder: String) -> Words {
    Words(
      "\(folder) 可以写入、锁定、改名和同步", "\(folder) can be written, locked, renamed in and synced")
  }
  package static func outputCanBeMade(_ folder: String) -> Words {
    Words("\(folder) 可以新建", "\(folder) can be made")
  }
  package static func sharedDisk(_ kind: String) -> Words {
    Words("\(kind)：其上的锁定和同步可能无效", "\(kind): locks and syncing may not hold there")
  }
  package static let useOwnDisk = Words(
    "把输出放在本机磁盘上，再从那里复制", "put the output on a disk of this machine and copy it from there")
  package static func spaceUnknown(_ reason: Words) -> Words {
    Words("未知：\(reason.chinese)", "not known: \(reason.english)")
  }
  package static func free(mebibytes: Int) -> Words {
    Words("可用 \(mebibytes) MiB", "\(mebibytes) MiB free")
  }
  package static func free(mebibytes: Int, inodes: Int) -> Words {
    Words("可用 \(mebibytes) MiB、\(inodes) 个 inode", "\(mebibytes) MiB, \(inodes) inodes free")
  }
  package static func spaceIsScarce(_ free: Words, wanted: Int) -> Words {
    Words(
      "\(free.chinese)；运行可能需要 \(wanted) MiB", "\(free.english); a run may want \(wanted) MiB")
  }
  package static let makeRoom = Words(
    "腾出空间，或用 -o 换一个磁盘", "make room, or choose another disk with -o")
  package static let removeSmallFiles = Words(
    "删除此磁盘上的小文件，或用 -o 换一个磁盘",
    "remove small files from this disk, or choose another with -o")
  package static let chooseOutput = Words(
    "为 --output 换一个文件夹", "choose another folder for --output")
}
