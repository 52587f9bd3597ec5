/// What stands before a line of the log on a terminal.
package enum LogMessages {
  package static let debug = Words("调试：", "debug: ")
  package static let warning = Words("警告：", "warning: ")
  package static let error = Words("错误：", "error: ")
}
