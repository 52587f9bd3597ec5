/// What `gongkai doctor` says of programs, confinement and inputs, and what to do about it; sentences without a final stop.
package enum DoctorMessages {
  // MARK: The shape of a line

  package static let ok = Words("正常", "ok")
  package static let warning = Words("警告", "warn")
  package static let failure = Words("失败", "FAIL")
  package static func toFix(_ fix: Words) -> Words {
    Words("。处理办法：\(fix.chinese)", ". To fix: \(fix.english)")
  }
  /// What is wrong, and what cannot be done without.
  package static func with(_ fault: Words, loss: Words) -> Words {
    Words("\(fault.chinese)；\(loss.chinese)", "\(fault.english); \(loss.english)")
  }

  // MARK: Programs

  package static let notInPath = Words("PATH 中没有此程序", "not in PATH")
  package static let noPDF = Words("无法读取任何 PDF", "no PDF can be read")
  package static func noVersion(_ program: String) -> Words {
    Words("\(program) 不报告版本号", "\(program) does not tell its version")
  }
  package static let programGone = Words("pdftotext 已不在", "pdftotext is gone")
  package static let chineseIsRight = Words("中文字符读取正确", "Chinese characters come out right")
  package static let chineseTablesMissing = Words(
    "中文字符读取有误：缺少其字符表", "Chinese characters come out wrong: its tables are missing")
  package static func chineseIsWrong(_ program: String, status: Int32) -> Words {
    Words(
      "\(program) 读取中文字符有误（结束状态 \(status)）",
      "Chinese characters come out wrong from \(program) (it ended with \(status))")
  }
  package static func noAnswer(_ program: String, status: Int32) -> Words {
    Words(
      "\(program) 没有输出结果（结束状态 \(status)）", "\(program) gives no answer (it ended with \(status))")
  }
  package static func crashes(_ program: String, signal: Int32) -> Words {
    Words("\(program) 崩溃（信号 \(signal)）", "\(program) crashes (signal \(signal))")
  }
  package static func tooSlow(_ program: String, seconds: Int) -> Words {
    Words("\(program) 读一页超过 \(seconds) 秒", "\(program) takes more than \(seconds) s for one page")
  }
  package static func notStarted(_ program: String, _ reason: Words) -> Words {
    Words(
      "\(program) 无法启动：\(reason.chinese)", "\(program) can't be started: \(reason.english)")
  }
  package static let otherMaker = Words(
    "不是 Debian 的版本，已知缺陷是否修复请向其提供者确认",
    "not Debian's: whether known faults are fixed, its maker says")
  package static let noDebianPackage = Words("未知：不是 Debian 的软件包", "not known: no package of Debian")
  package static func oldBuild(_ build: String, fixed: String) -> Words {
    Words(
      "\(build) 早于 \(fixed)：PDF 可能使 pdftotext 崩溃或被其控制（CVE-2025-52886、CVE-2025-32364、CVE-2025-43718 等）",
      "\(build) is older than \(fixed): a PDF may crash or take over pdftotext (CVE-2025-52886, CVE-2025-32364, CVE-2025-43718 and others)"
    )
  }
  package static let columnsUncertain = Words(
    "PDF 表格中列的归属较难确定", "columns of tables in PDF files are less certain")
  package static let noArchives = Words("无法读取 rar 和 7z 压缩包", "rar and 7z archives cannot be read")
  package static let archivesMayFail = Words("rar 和 7z 压缩包可能读取失败", "rar and 7z archives may fail")
  package static func reinstall(_ package: String, orTakeOut program: String) -> Words {
    Words(
      "apt-get install --reinstall \(package)，或把 \(program) 移出 PATH",
      "apt-get install --reinstall \(package), or take \(program) out of PATH")
  }

  // MARK: Programs for some files only

  package static let noOffice = Words(
    "无法读取 rtf、odt、Word 95 等文件", "rtf, odt, Word 95 and the like can't be read")
  package static let isWrong = Words("读出的内容有误", "what it reads comes out wrong")
  package static func readsRTF(_ program: String) -> Words {
    Words("可以读取 RTF 文件，\(program)", "reads an RTF file, \(program)")
  }
  package static func readsNoRTF(_ program: String, _ reason: Words) -> Words {
    Words(
      "\(program) 读不出 RTF 文件（\(reason.chinese)）",
      "\(program) reads no RTF file (\(reason.english))")
  }
  package static func noFiles(named pattern: String) -> Words {
    Words("无法读取名称符合 \(pattern) 的文件", "files named \(pattern) can't be read")
  }
  package static func converterMissing(_ name: String) -> Words {
    Words("找不到 \(name)", "\(name) is not there")
  }
  package static let correctConverter = Words(
    "安装该程序，或更正设置 converters 中的条目", "install it, or correct its entry in the setting converters")
  package static func converts(_ pattern: String, to format: String, by program: String) -> Words {
    Words("由 \(program) 将 \(pattern) 转为 \(format)", "\(pattern) to \(format) by \(program)")
  }
  /// - Parameter reason: The program's first words in brackets, or nothing.
  package static func doesNotRun(_ program: String, status: Int32, _ reason: String) -> Words {
    Words(
      "\(program) 无法运行：结束状态 \(status)\(reason)",
      "\(program) does not run: it ended with \(status)\(reason)")
  }
  package static func notDone(_ program: String, seconds: Int) -> Words {
    Words(
      "\(program) 不给文件运行时，\(seconds) 秒后仍未结束",
      "\(program) was not done without a file after \(seconds) s")
  }
  package static let runByHand = Words("手工运行一次，查看原因", "run it by hand")
  package static let runByHandAlone = Words(
    "手工运行一次，查看原因；不是 shell 脚本的程序不能再启动其他程序",
    "run it by hand; one that is no script for a shell can start no other program")
  package static let runByHandWaiting = Words(
    "手工运行一次：它可能在等待没有提供给它的东西", "run it by hand: it may wait for something that it isn't given")

  // MARK: Confinement

  package static let confinementUnknown = Words("未知：无法启动进程", "not known: no process can be started")
  package static let raiseLimits = Words("提高下面列出的限额", "raise the limits named below")
  package static let noLandlock = Words(
    "内核没有 Landlock：读取文档的程序可以读写本用户能够读写的一切文件",
    "programs that read documents can read and write everything that this user can: the kernel has no Landlock"
  )
  package static let bootLandlock = Words(
    "使用 Linux 5.13 或更新的内核，并在安全模块列表（lsm=）中启用 landlock",
    "boot Linux 5.13 or newer with landlock in its list of security modules (lsm=)")
  package static let noCallFilter = Words(
    "内核不支持系统调用过滤：读取文档的程序可以使用网络",
    "programs that read documents can use the network: the kernel takes no filter of system calls")
  package static let useCallFilter = Words(
    "在 x86_64 或 aarch64 上使用支持 seccomp 过滤的内核",
    "use a kernel with seccomp filters, on x86_64 or aarch64")
  package static func confined(cannot powers: Words) -> Words {
    Words(
      "读取文档的程序只能看到系统文件，不能\(powers.chinese)",
      "programs that read documents see the system's files only and cannot \(powers.english)")
  }
  package static func notHeldBack(_ powers: Words) -> Words {
    Words("；未能限制：\(powers.chinese)", "; not held back: \(powers.english)")
  }
  package static let write = Words("写入文件", "write")
  package static let useNetwork = Words("使用网络", "use the network")
  package static let signal = Words("向其他进程发送信号", "signal other processes")
  package static let actAsRoot = Words("以 root 身份行事", "act as root")
  package static let signals = Words(
    "向本用户的其他进程发送信号（需要 Linux 6.12）",
    "signals to other processes of this user (that takes Linux 6.12)")
  package static let powersOfRoot = Words("root 的权限", "what root may do")
}
