// What the system lets a process have, and why it refuses.

extension ErrorWords {
  /// What the system lets a process have.
  static let system = [
    Words(
      "程序需要 {1} 个打开的文件，而一个进程只能有 {2} 个；[3]",
      "the program needs {1} open files, and a process may have {2}; [3]"),
    Words(
      "{1} 个工作进程的运行需要 {2} 个打开的文件，而一个进程只能有 {3} 个；[4]，或减小 --jobs",
      "a run with {1} workers needs {2} open files, and a process may have {3}; [4], or fewer --jobs"
    ),
    Words("无法启动线程：[1]", "no thread can be started: [1]"),
    Words("一个进程只能有 {1} 个打开的文件；[2]", "a process may have {1} open files; [2]"),
    Words("一个文件只能有 {1} 字节；[2]", "a file may have {1} bytes; [2]"),
    Words(
      "ulimit -n 1024，或在单元中写 LimitNOFILE=1024", "ulimit -n 1024, or LimitNOFILE=1024 in the unit"),
    Words(
      "ulimit -f unlimited，或在单元中写 LimitFSIZE=infinity",
      "ulimit -f unlimited, or LimitFSIZE=infinity in the unit"),
    Words("一个进程只能有 {1} 字节内存；[2]", "a process may have {1} bytes of memory; [2]"),
    Words(
      "本用户只能有 {1} 个进程和线程；请提高 ulimit -u，或单元中的 LimitNPROC= 和 TasksMax=",
      "this user may have {1} processes and threads; raise ulimit -u, or LimitNPROC= and TasksMax= in the unit"
    ),
    Words(
      "程序需要 {1} 字节的栈，而一个线程只能有 {2} 字节；[3]",
      "the program needs {1} bytes of stack, and a thread may have {2}; [3]"),
    Words("ulimit -s 8192，或在单元中写 LimitSTACK=8M", "ulimit -s 8192, or LimitSTACK=8M in the unit"),
    Words(
      "程序需要 {1} 字节内存，而一个进程只能有 {2} 字节；[3]",
      "the program needs {1} bytes of memory, and a process may have {2}; [3]"),
    Words(
      "请提高 ulimit -v，或单元中的 LimitAS= 和 LimitDATA=",
      "raise ulimit -v, or LimitAS= and LimitDATA= in the unit"),
    Words(
      "一个进程只能有 {1} 秒处理器时间；[2]", "a process may have {1} seconds of processor time; [2]"),
    Words(
      "ulimit -t unlimited，或在单元中写 LimitCPU=infinity",
      "ulimit -t unlimited, or LimitCPU=infinity in the unit"),
    Words("文件过大：[1]", "File too large: [1]"),
    Words("打开的文件过多：[1]", "Too many open files: [1]"),
    Words(
      "系统中打开的文件已达上限；请提高 fs.file-max",
      "the system has as many open files as it may; raise fs.file-max"),
    Words("暂时没有资源：[1]", "Resource temporarily unavailable: [1]"),
    Words("内存不足：[1]", "Cannot allocate memory: [1]"),
    Words("没有程序在读这个管道", "No such device or address: nobody reads the pipe"),
  ]

  /// The same of a file that is named.
  static let refusals = systemErrors.map { Words("{1}：\($0.chinese)", "{1}: \($0.english)") }

  /// What the system says when it refuses something about files or processes.
  static let systemErrors = [
    Words("不允许此操作", "Operation not permitted"),
    Words("没有这个文件或文件夹", "No such file or directory"),
    Words("系统调用被中断", "Interrupted system call"),
    Words("读写出错", "Input/output error"),
    Words("没有这个设备或地址", "No such device or address"),
    Words("参数过长", "Argument list too long"),
    Words("不是可执行文件", "Exec format error"),
    Words("文件描述符无效", "Bad file descriptor"),
    Words("没有子进程", "No child processes"),
    Words("暂时没有资源", "Resource temporarily unavailable"),
    Words("内存不足", "Cannot allocate memory"),
    Words("没有权限", "Permission denied"),
    Words("地址错误", "Bad address"),
    Words("设备或资源正被占用", "Device or resource busy"),
    Words("文件已存在", "File exists"),
    Words("不能跨设备链接", "Invalid cross-device link"),
    Words("没有这个设备", "No such device"),
    Words("不是文件夹", "Not a directory"),
    Words("是一个文件夹", "Is a directory"),
    Words("参数无效", "Invalid argument"),
    Words("系统中打开的文件过多", "Too many open files in system"),
    Words("打开的文件过多", "Too many open files"),
    Words("程序文件正在使用", "Text file busy"),
    Words("文件过大", "File too large"),
    Words("磁盘已满", "No space left on device"),
    Words("不能移动读写位置", "Illegal seek"),
    Words("只读文件系统", "Read-only file system"),
    Words("链接过多", "Too many links"),
    Words("管道另一端已关闭", "Broken pipe"),
    Words("避免了死锁", "Resource deadlock avoided"),
    Words("文件名过长", "File name too long"),
    Words("没有可用的锁", "No locks available"),
    Words("系统不支持此功能", "Function not implemented"),
    Words("文件夹不是空的", "Directory not empty"),
    Words("链接层数过多", "Too many levels of symbolic links"),
    Words("数值过大", "Value too large for defined data type"),
    Words("字符编码无效", "Invalid or incomplete multibyte or wide character"),
    Words("连接已断开", "Transport endpoint is not connected"),
    Words("等待超时", "Connection timed out"),
    Words("主机已停机", "Host is down"),
    Words("无法到达主机", "No route to host"),
    Words("文件句柄已失效", "Stale file handle"),
    Words("远程读写出错", "Remote I/O error"),
    Words("超出磁盘配额", "Disk quota exceeded"),
    Words("文件系统需要修复", "Structure needs cleaning"),
    Words("不支持此操作", "Operation not supported"),
    Words("没有数据", "No data available"),
    Words("协议错误", "Protocol error"),
    Words("介质类型不符", "Wrong medium type"),
    Words("没有介质", "No medium found"),
    Words("没有所需的密钥", "Required key not available"),
    Words("密钥已过期", "Key has expired"),
  ]

  /// What SQLite says of a state that is damaged, and libzip of a member that doesn't unpack.
  static let libraries = [
    Words("数据库文件内容损坏", "database disk image is malformed"),
    Words("文件不是数据库", "file is not a database"),
    Words("不支持该压缩方法", "Compression method not supported"),
    Words("不支持该加密方法", "Encryption method not supported"),
    Words("压缩数据损坏", "Zlib error: data error"),
    Words("压缩数据不完整", "Zlib error: buffer error"),
    Words("压缩数据需要预置字典", "Zlib error: need dictionary"),
    Words("压缩数据损坏：zlib 报告“{1}”", "Zlib error: {1}"),
    Words("压缩数据损坏", "Compressed data invalid"),
    Words("压缩包前后矛盾", "Zip archive inconsistent"),
    Words("校验和不符", "CRC error"),
    Words("文件提前结束", "Premature end of file"),
    Words("读取出错", "Read error"),
    Words("不能移动读取位置", "Seek error"),
    Words("内存不足", "Malloc failure"),
  ]
}
