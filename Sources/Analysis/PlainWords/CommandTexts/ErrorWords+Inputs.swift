// Why a document failed: its file, the archive that it is in, its text, the time that it took.

extension ErrorWords {
  static let files = [
    Words("文件为 0 字节", "The file has no bytes"),
    Words("读取时文件在变化", "The file changed while it was read"),
    Words("文件或其文件夹处现在是一个链接", "A link has taken the place of the file or its folder"),
    Words("读取压缩包时，原处换成了另一个文件", "Another file took the place of the archive while it was read"),
    Words("路径指向根文件夹之外", "The path leads out of the root folder"),
    Words("名称指向输入文件夹之外", "The name leads out of the input folder"),
    Words("文件夹无法打开：[1]", "The folder cannot be opened: [1]"),
    Words("文件夹无法读取：[1]", "The folder cannot be read: [1]"),
    Words("名称超过 {1} 字节的限额", "The name has more than the limit of {1} bytes"),
    Words("路径超过 {1} 字节的限额", "The path has more than the limit of {1} bytes"),
    Words("文件有 {1} 字节，[2]", "The file has {1} bytes, [2]"),
    Words("输入的字节数[1]", "The bytes of the input are [1]"),
    Words("是[1]，不是普通文件", "Is [1], not a regular file"),
    Words("是指向输入文件夹之外的链接", "Is a link that leads out of the input folder"),
    Words("是指向自身的链接", "Is a link that leads to itself"),
    Words("是链接，所指之处什么也没有", "Is a link to nothing"),
    Words("是指向[1]的链接", "Is a link to [1]"),
    Words("普通文件", "a regular file"),
    Words("链接", "a symbolic link"),
    Words("管道（FIFO）", "a FIFO"),
    Words("套接字", "a socket"),
    Words("设备", "a device"),
    Words("不是普通文件", "Not a regular file"),
    Words("给出文件列表时，最多给出一个文件夹", "With a list of files, one folder at most"),
    Words("超过限额 {1} = {2}", "more than the limit {1} = {2}"),
    Words("文档转换失败", "the document failed"),
    Words("文档有密码保护", "The document is protected by a password"),
    Words("文档有一部分已加密", "A part of the document is encrypted"),
  ]

  /// What time and workers made of it.
  static let endings = [
    Words(
      "[1]；timeout_budget = {2} 秒已用完，因此只有十分之一的时间",
      "[1]; timeout_budget = {2} s was spent, so that it had a tenth of its time"),
    Words(
      "[1]；按其大小，它有 {3} 秒中的 {2} 秒（--timeout）", "[1]; by its size it has {2} of {3} s (--timeout)"),
    Words(
      "没有开始：停住不动的文档已用完 timeout_budget = {1} 秒，并又用了同样多；留待下次运行",
      "not begun: documents that hang have spent timeout_budget = {1} s and as much again; it is for another night"
    ),
    Words("文档用时超过 {1} 秒", "the document took longer than {1} s"),
    Words(
      "文档所需内存超过 worker_memory = {1} 字节",
      "the document needed more memory than worker_memory = {1} bytes"),
    Words("工作进程被信号 {1} 结束", "the worker was ended by signal {1}"),
    Words("工作进程以状态 {1} 结束", "the worker ended with status {1}"),
    Words("工作进程的答复不是记录", "the worker's answer was no record"),
    Words("记录超过 {1} 字节", "the record is longer than {1} bytes"),
    Words("压缩包无法再次打开：[1]", "the archive could not be opened again: [1]"),
  ]

  static let archives = [
    Words(
      "文件是 {1} 压缩包，不是文档；convert 和 run 会读取其中的文件，也可以解出所要的一份",
      "The file is a {1} archive, not a document; convert and run read its members, or unpack the one that is meant"
    ),
    Words(
      "该成员本身是 {1} 压缩包，内有 1 个文件；请解包",
      "the member is a {1} archive itself with 1 member; unpack it"),
    Words(
      "该成员本身是 {1} 压缩包，内有 {2} 个文件；请解包",
      "the member is a {1} archive itself with {2} members; unpack it"),
    Words(
      "该成员本身是 {1} 压缩包（[2]）；请解包",
      "the member is a {1} archive itself ([2]); unpack it"),
    Words("压缩包内没有文件", "the archive holds no file"),
    Words(
      "压缩包内没有文档，只有 {1} 个隐藏、临时、系统文件或文件夹",
      "the archive holds no document, only {1} hidden, temporary or system files or folders"),
    Words("压缩包内的文件数[1]", "the members of the archive are [1]"),
    Words("压缩包内的 {1} 个文件都需要密码", "all {1} members of the archive need a password"),
    Words("压缩包内的文件有 {1} 字节，[2]", "The member has {1} bytes, [2]"),
    Words("压缩包内的文件解压倍数[1]", "the member grows in unpacking by a factor of [1]"),
    Words("压缩包内到此为止的文件解压后的字节数[1]", "the members up to this one unpack to [1]"),
    Words("压缩包内的文件解压后的字节数[1]", "The member unpacks to [1]"),
    Words("压缩包或其中的文件需要密码", "the archive or a member of it needs a password"),
    Words("压缩包损坏，或类型不明（解包程序报告“{1}”）", "the archive is damaged or of an unknown kind ({1})"),
    Words("rar 压缩包不完整或损坏", "the rar archive is cut off or damaged"),
    Words("rar 压缩包需要密码", "the rar archive needs a password"),
    Words(
      "文件是 rar 分卷压缩包中的一卷；请合为一个压缩包",
      "the file is one of several volumes of a rar archive; pack them as one"),
    Words(
      "rar 压缩包内有文件没有可以核对的校验和；请打包为 zip",
      "a file of the rar archive has no checksum that can be verified; pack the files as a zip"),
    Words("rar 压缩包内有文件损坏", "a file of the rar archive is damaged"),
    Words(
      "zip 压缩包的目录损坏：有一项没有记录", "the directory of the zip archive is damaged: an entry has no record"),
    Words("zip 压缩包的目录损坏：[1]", "the directory of the zip archive is damaged: [1]"),
    Words("zip 压缩包的目录损坏", "the directory of the zip archive is damaged"),
    Words("zip 压缩包不完整或损坏", "the zip archive is cut off or damaged"),
    Words("压缩包内的文件需要密码", "the member needs a password"),
    Words("压缩包内的该项是链接，不是文件", "The member is a symbolic link, not a file"),
    Words("压缩包内的文件与另一个重叠", "the member lies on the bytes of another one"),
    Words("压缩包内的文件无法解压：[1]", "the member does not unpack: [1]"),
    Words("压缩包有 {1} 项，[2]", "the archive has {1} entries, [2]"),
    Words("有一项没有名称", "an entry has no name"),
    Words("目录中没有记录", "no directory record"),
    Words("多于所说的 {1} 字节", "more than the {1} bytes declared"),
    Words("{1} 字节，而不是 {2}", "{1} bytes, not {2}"),
  ]
}
