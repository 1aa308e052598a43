# What is wrong now, and what was mended lately.
status-title = 当前故障
status-none = 目前没有已知的故障。
status-open = 正在修
status-over = 已恢复
status-since = { $when } 开始。
status-ended = { $when } 恢复。
status-no-estimate = 什么时候恢复，还说不准。
status-report = 遇到别的问题？去报修
